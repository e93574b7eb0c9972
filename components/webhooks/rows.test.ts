import { descriptionOf } from "#lib/messages/en/limits.ts";
import { expect, test } from "vitest";
import type { SubscriptionList, Verdict } from "#lib/contract/subscriptions.ts";
import { subscriptionView } from "#tests/fixtures/subscription-view.ts";
import {
  filteredGroups,
  groupsToOpen,
  pillCounts,
  rowGroups,
  rowOfScope,
  toTurnOn,
  withoutTechnical,
  withSameRows,
} from "./rows.ts";

interface Known {
  wanted?: boolean;
  verdict?: Verdict;
  includedBy?: string;
}

const view = (scope: string, { wanted = false, verdict = "off_by_merchant", includedBy }: Known) =>
  subscriptionView(scope, verdict, { wanted, includedBy: includedBy ?? null });

function listOf(known: Record<string, Record<string, Known>>): SubscriptionList {
  return {
    groups: Object.entries(known).map(([id, events]) => ({
      id,
      name: id,
      events: Object.entries(events).map(([scope, facts]) => view(scope, facts)),
    })),
    strays: [],
    checkedAt: null,
    checkFailure: null,
    isChecking: false,
    destination: "https://keeper.example",
  };
}

const list = listOf({
  orders: {
    "store/order/*": {},
    "store/order/created": { wanted: true, verdict: "receiving" },
    "store/order/updated": { wanted: true, verdict: "missing" },
    "store/order/archived": {},
    "store/order/statusUpdated": { includedBy: "store/order/*" },
  },
  channels: {
    "store/channel/{channel_id}/order/created": {},
    "store/channel/2/order/created": { wanted: true, verdict: "waiting" },
  },
});
const groups = rowGroups(list, "1");
const none = { text: "", pill: null, state: null };
const ids = (found: typeof groups) => found.flatMap(({ rows }) => rows.map(({ id }) => id));

test("without a list all 200 event types have their names and no state", () => {
  const rows = rowGroups(undefined, "1").flatMap((group) => group.rows);
  expect(rows).toHaveLength(200);
  expect(rows.every((row) => row.view === undefined && row.title !== "")).toBe(true);
});

test("a per-channel type stands for the chosen channel, and those of other channels follow", () => {
  const channelRows = groups.find(({ id }) => id === "channels")?.rows ?? [];
  expect(channelRows.find(({ id }) => id === "store/channel/1/order/created")?.view?.wanted).toBe(false);
  expect(channelRows.at(-1)).toMatchObject({ id: "store/channel/2/order/created", view: { wanted: true } });
  const second = rowGroups(list, "2").find(({ id }) => id === "channels")?.rows ?? [];
  expect(second.filter(({ id }) => id === "store/channel/2/order/created")).toHaveLength(1);
});

test("every word must be found, in title, scope, group or description, in any order", () => {
  expect(ids(filteredGroups(groups, { ...none, text: " Updated STORE/ORDER/status " }))).toEqual([
    "store/order/statusUpdated",
  ]);
  expect(filteredGroups(groups, { ...none, text: "order zebra" })).toEqual([]);
  // By its sentence alone, which is then shown; what a type leaves out is no reason to find it.
  const [found] = filteredGroups(groups, { ...none, text: "shopper places paid" }, descriptionOf).flatMap(
    ({ rows }) => rows,
  );
  expect(found?.foundIn).toBe(descriptionOf("store/order/created")?.summary);
  expect(ids(filteredGroups(groups, { ...none, text: "order unpaid" }, descriptionOf))).toEqual([]);
});

test("pills and states narrow the list, and count what they would leave", () => {
  expect(ids(filteredGroups(groups, { ...none, pill: "attention" }))).toEqual(["store/order/updated"]);
  expect(ids(filteredGroups(groups, { ...none, state: "included" }))).toEqual(["store/order/statusUpdated"]);
  expect(ids(filteredGroups(groups, { ...none, state: "off_by_merchant" }))).not.toContain(
    "store/order/statusUpdated",
  );
  expect(pillCounts(groups, 3)).toMatchObject({ attention: 1, on: 3, unmanaged: 3 });
});

test("technical types are left out unless one is on", () => {
  const plain = withoutTechnical(groups);
  expect(plain.map(({ id }) => id)).toEqual([
    "orders",
    "shipments",
    "products",
    "inventory",
    "categories",
    "customers",
    "carts",
    "channels",
    "store",
  ]);
  expect(ids(plain).filter((id) => /^store\/channel\/\d|\/metafield\//.test(id))).toEqual([
    "store/channel/2/order/created",
  ]);
});

test("a group opens by itself when something is on in it", () => {
  expect(groupsToOpen(groups)).toEqual(["orders", "channels"]);
});

test("turning a group on leaves out wildcards and what a wildcard brings, or events would arrive twice", () => {
  const orders = groups.find(({ id }) => id === "orders");
  expect(toTurnOn(orders?.rows ?? []).map(({ id }) => id)).toEqual(["store/order/archived"]);
});

test("the scope of an address finds its row, of any channel, and what is no event type finds none", () => {
  expect(rowOfScope(groups, list, "store/channel/7/order/created")?.id).toBe("store/channel/7/order/created");
  expect(rowOfScope(groups, list, "store/nothing/here")).toBeNull();
});

test("what did not change stays the same object, and with it everything that is drawn from it", () => {
  expect(withSameRows(groups, rowGroups(structuredClone(list), "1"))).toBe(groups);

  const changing = new Map([["store/order/archived", true]]);
  const changed = withSameRows(groups, rowGroups(structuredClone(list), "1", changing));
  const before = groups.flatMap(({ rows }) => rows);
  const after = changed.flatMap(({ rows }) => rows);
  expect(after.filter((row, at) => row !== before[at])).toMatchObject([
    { id: "store/order/archived", pending: true },
  ]);
  expect(changed.filter((group, at) => group !== groups[at]).map(({ id }) => id)).toEqual(["orders"]);
});
