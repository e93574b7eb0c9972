import { expect, test } from "vitest";
import { StoreHash } from "#lib/ids.ts";
import { addressSummary } from "./address-summary.ts";

const APP = "https://hooks.example.com";
const store = (hash: string, here: number, failure: string | null = null) => ({
  storeHash: StoreHash.parse(hash),
  webhooks: 14,
  here,
  failure,
});

test("everything is at the address", () => {
  expect(addressSummary([store("one1", 14), store("two2", 14)], APP)).toEqual({
    lines: [`28 of 28 webhooks deliver to ${APP}; 2 of 2 stores are done.`],
    following: 0,
  });
});

test("some follow, some cannot and are named with why", () => {
  const stores = [
    store("one1", 3),
    store("two2", 14),
    store("three3", 0, "NEEDS_REAUTHORISATION"),
    store("four4", 0, "SOMETHING"),
  ];
  expect(addressSummary(stores, APP)).toEqual({
    lines: [
      `17 of 56 webhooks deliver to ${APP}; 1 of 4 stores are done.`,
      "  three3: has to accept the app again",
      "  four4: failed with SOMETHING",
    ],
    following: 1,
  });
});

test("a long list of stores is cut", () => {
  const stores = Array.from({ length: 25 }, (_, index) => store(`s${index}`, 0, "BIGCOMMERCE_UNREACHABLE"));
  const { lines, following } = addressSummary(stores, APP);
  expect(lines).toHaveLength(22);
  expect(lines.at(-1)).toBe("  and 5 more");
  expect(following).toBe(0);
});

test("there is no store yet", () => {
  expect(addressSummary([], APP).lines).toEqual([
    `0 of 0 webhooks deliver to ${APP}; 0 of 0 stores are done.`,
  ]);
});
