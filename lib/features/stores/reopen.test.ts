import { expect, test } from "vitest";
import { reopenUrl } from "./reopen.ts";

const real = { isSandbox: false, bigcommerce: { loginUrl: "https://login.bigcommerce.com", appId: null } };
const sandbox = { isSandbox: true, bigcommerce: { loginUrl: "http://127.0.0.1:4000", appId: null } };

test("a store's control panel is known by its hash alone", () => {
  expect(reopenUrl("abc123", null, real)).toBe("https://store-abc123.mybigcommerce.com/manage/");
});

test("with the app's number it is the app's own page", () => {
  const numbered = { ...real, bigcommerce: { ...real.bigcommerce, appId: "43281" } };
  expect(reopenUrl("abc123", null, numbered)).toBe("https://store-abc123.mybigcommerce.com/manage/app/43281");
});

test("what BigCommerce says about the panel comes first", () => {
  expect(reopenUrl("abc123", "https://store-other.mybigcommerce.com", real)).toBe(
    "https://store-other.mybigcommerce.com/manage/",
  );
});

test.each([
  "http://store-abc123.mybigcommerce.com",
  "https://mybigcommerce.com.evil.example",
  "https://evil.example/.mybigcommerce.com",
  "https://evilmybigcommerce.com",
  "javascript:alert(1)//.mybigcommerce.com",
  "nonsense",
])("a window is never sent to %s", (address) => {
  expect(reopenUrl("abc123", address, real)).toBe("https://store-abc123.mybigcommerce.com/manage/");
});

test("in sandbox mode it is the app's own page in the simulator's panel", () => {
  expect(reopenUrl("abc123", "https://store-abc123.mybigcommerce.com", sandbox)).toBe(
    "http://127.0.0.1:4000/manage/abc123/app",
  );
});
