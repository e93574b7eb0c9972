import { expect, test } from "vitest";
import { maskHeaders, SECRET_HEADER } from "./headers.ts";

test("secret values are masked, the rest is kept as it came", () => {
  const kept = maskHeaders({
    "content-type": "application/json",
    [SECRET_HEADER]: "a-long-secret-1f3a",
    authorization: "short",
    "webhook-id": "h",
    "webhook-signature": "v1,b3VyIG93biBzaWduYXR1cmU=",
    gone: undefined,
  });
  expect(kept).toEqual({
    "content-type": "application/json",
    [SECRET_HEADER]: "••••1f3a",
    authorization: "••••",
    "webhook-id": "h",
    "webhook-signature": "••••cmU=",
  });
});

test("a value that PostgreSQL could not keep becomes one that it can", () => {
  expect(maskHeaders({ odd: "a\0b\uD800" })).toEqual({ odd: "a\uFFFDb\uFFFD" });
});
