import { expect, test } from "vitest";
import { isSameAddress } from "#lib/features/receiver/addresses.ts";

const OURS = "https://keeper.example.com/api/webhooks/abc123";

test.each([
  [OURS],
  [`${OURS}/`],
  [`${OURS}?a=1`],
  ["HTTPS://Keeper.Example.COM/api/webhooks/abc123"],
  ["https://keeper.example.com:443/api/webhooks/abc123"],
])("%s is our address", (url) => {
  expect(isSameAddress(url, OURS)).toBe(true);
});

test.each([
  ["http://keeper.example.com/api/webhooks/abc123"],
  ["https://keeper.example.com:8443/api/webhooks/abc123"],
  ["https://keeper.example.com/API/webhooks/abc123"],
  ["https://keeper.example.com/api/webhooks/abc124"],
  ["https://other.example.com/api/webhooks/abc123"],
  ["projects/p/topics/t"],
  ["not an address"],
])("%s is another one", (url) => {
  expect(isSameAddress(url, OURS)).toBe(false);
});
