import { expect, test } from "vitest";
import { rowGroups, type WebhookRow } from "#components/webhooks/rows.ts";
import { subscriptionView } from "#tests/fixtures/subscription-view.ts";
import { mustAsk, turningOff, turningOn } from "./turning.ts";

const view = (wanted: boolean, includedBy: string | null = null) =>
  subscriptionView("", wanted ? "receiving" : "off_by_merchant", { includedBy });

/** All rows of a store in which these are on. */
const rowsWith = (...on: string[]): WebhookRow[] =>
  rowGroups(undefined, "1")
    .flatMap(({ rows }) => rows)
    .map((row) => ({ ...row, view: view(on.includes(row.id)) }));

test("a wildcard replaces the types that are on and that it brings as well", () => {
  const rows = rowsWith("store/order/created", "store/order/updated", "store/cart/created");
  const turning = turningOn(["store/order/*"], rows);
  expect(turning).toMatchObject({
    scopes: ["store/order/*"],
    replaced: ["store/order/updated", "store/order/created"].toSorted(),
  });
  expect(mustAsk(turning)).toBe(true);
  expect(mustAsk(turningOn(["store/customer/*"], rows))).toBe(false);
});

test("of a wildcard and its members that are chosen together, the members are turned on", () => {
  const turning = turningOn(["store/order/*", "store/order/created", "store/cart/created"], rowsWith());
  expect(turning).toMatchObject({ scopes: ["store/order/created", "store/cart/created"], replaced: [] });
});

test("types of one channel repeat those of the whole store that are on", () => {
  const chosen = ["store/channel/1/order/created", "store/channel/1/order/updated"];
  const turning = turningOn(chosen, rowsWith("store/order/created"));
  expect(turning).toMatchObject({ scopes: chosen, repeats: ["store/channel/1/order/created"] });
  expect(mustAsk(turning)).toBe(true);
  expect(turningOn(chosen, rowsWith()).repeats).toEqual([]);
});

test("what is on already is not turned on again, and what is off not off", () => {
  const rows = rowsWith("store/order/created");
  expect(turningOn(["store/order/created", "store/order/updated"], rows).scopes).toEqual([
    "store/order/updated",
  ]);
  expect(turningOff(["store/order/created", "store/order/updated"], rows).scopes).toEqual([
    "store/order/created",
  ]);
  const included = rows.map((row) => ({ ...row, view: view(false, "store/order/*") }));
  expect(turningOn(["store/order/updated"], included).scopes).toEqual([]);
});

test("only products and carts come in thousands", () => {
  expect(turningOn(["store/product/updated"], rowsWith()).isBusy).toBe(true);
  expect(turningOn(["store/channel/1/settings/updated", "store/order/created"], rowsWith()).isBusy).toBe(
    false,
  );
});

test("turning off asks always, turning on from 21 on", () => {
  const singles = rowsWith().filter(({ entry }) => entry && !entry.isWildcard && entry.group !== "channels");
  const ids = singles.map(({ id }) => id);
  expect(mustAsk(turningOn(ids.slice(0, 20), singles))).toBe(false);
  expect(mustAsk(turningOn(ids.slice(0, 21), singles))).toBe(true);
  expect(mustAsk(turningOff(ids.slice(0, 1), rowsWith(ids[0] ?? "")))).toBe(true);
});
