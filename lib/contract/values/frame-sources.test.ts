import { describe, expect, test } from "vitest";
import { allowsFraming } from "./frame-sources.ts";

const sources = "https://*.mybigcommerce.com http://127.0.0.1:4000";

describe("a list of sources", () => {
  test.each([
    "https://store-abc.mybigcommerce.com",
    "https://a.b.mybigcommerce.com",
    "http://127.0.0.1:4000",
  ])("allows %s", (origin) => {
    expect(allowsFraming(sources, origin)).toBe(true);
  });

  test.each([
    "https://mybigcommerce.com",
    "https://evilmybigcommerce.com",
    "https://store-abc.mybigcommerce.com.evil.example",
    "https://evil.example#.mybigcommerce.com",
    "https://evil.example/.mybigcommerce.com",
    "https://user@x.mybigcommerce.com",
    "https://a..mybigcommerce.com",
    "https://a;sandbox.mybigcommerce.com",
    "https://store-abc.mybigcommerce.com:8443",
    "http://store-abc.mybigcommerce.com",
    "http://127.0.0.1:4001",
    "http://127.0.0.1",
    "https://127.0.0.1:4000",
    "null",
    "",
  ])("does not allow %j", (origin) => {
    expect(allowsFraming(sources, origin)).toBe(false);
  });

  test.each(["*", "https:", "'self'", "'none'", "https://*", "https://*.", "data:", "file:///", ""])(
    "that says %j allows nothing, for want of an origin to hold on to",
    (list) => {
      for (const origin of ["https://store-abc.mybigcommerce.com", "null"])
        expect(allowsFraming(list, origin)).toBe(false);
    },
  );
});
