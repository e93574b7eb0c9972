import { expect, test } from "vitest";
import { isAnswerable } from "./page-methods.ts";

test.each([
  "/",
  "/launch-failed",
  "/s/abc",
  "/s/abc/overview?x=1",
  "/s/abc/events/1",
  "/nowhere",
  "/apis",
  "/s",
])("%s is only read", (url) => {
  for (const method of ["GET", "HEAD", "OPTIONS"]) expect(isAnswerable({ method, url })).toBe(true);
  for (const method of ["POST", "PUT", "PATCH", "DELETE"]) expect(isAnswerable({ method, url })).toBe(false);
});

test.each([
  "/api/exceptions/abc",
  "/api",
  "/s/abc/api/views?x=1",
  "/s/abc/auth/signout",
  "/s/[]/api/views/7",
])("%s says itself what it takes", (url) => {
  for (const method of ["GET", "POST", "DELETE"]) expect(isAnswerable({ method, url })).toBe(true);
});
