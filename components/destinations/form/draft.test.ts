import { expect, test } from "vitest";
import { PRESETS } from "#lib/catalogue/presets.ts";
import type { DestinationView } from "#lib/contract/destinations.ts";
import { SETTINGS_DEFAULT } from "#lib/contract/values/destinations.ts";
import { conditionsFor, conditionsOf, filterOf, NO_CONDITIONS } from "./conditions.ts";
import { changeOf, chosenSets, draftOf, faultsOf, forPlace, inputOf, newDraft, withSet } from "./draft.ts";

const typed = { ...newDraft("server"), name: " Warehouse ", url: " https://warehouse.example/in " };
const saved: DestinationView = {
  ...inputOf(typed),
  ...SETTINGS_DEFAULT,
  id: "1",
  auth: "none",
  headerNames: [],
  secrets: [],
  isOn: true,
  offReason: null,
  offAt: null,
  offBy: null,
  createdAt: "2026-11-03T10:00:00.000Z",
  state: "working",
  since: null,
  nextAt: null,
  lastStatus: null,
  lastFailure: null,
  lastDeliveredAt: null,
  delivered: 0,
  waiting: 0,
  waitingSince: null,
  failed: 0,
};

test("a form that is left as it is sends what is usual, without the spaces around it", () => {
  expect(inputOf(typed)).toMatchObject({
    name: "Warehouse",
    url: "https://warehouse.example/in",
    kind: "http",
    signing: "standard",
    filter: null,
    ratePerSecond: null,
    startFrom: "now",
    eventTypes: PRESETS[0]?.scopes,
  });
  expect(inputOf(typed)).not.toHaveProperty("secret");
  expect(inputOf(typed)).not.toHaveProperty("auth");
  expect(inputOf({ ...typed, ...forPlace("slack") }).kind).toBe("slack");
  expect(inputOf({ ...typed, ...forPlace("bigcommerce"), secret: "s" })).toMatchObject({
    signing: "bigcommerce",
    secret: "s",
  });
});

test("a saved destination that nobody touched has nothing to change, and otherwise only what was touched", () => {
  const draft = draftOf(saved);
  expect(changeOf(draft, saved)).toEqual({});
  expect(changeOf({ ...draft, name: "Depot", rate: "2.5" }, saved)).toEqual({
    name: "Depot",
    ratePerSecond: 2.5,
  });
  expect(changeOf({ ...draft, headers: "X-Depot: 7\n" }, saved)).toEqual({ headers: { "X-Depot": "7" } });
  expect(changeOf({ ...draft, headers: "X-Depot:\nX-Floor: 2" }, saved)).toEqual({
    headers: { "X-Depot": null, "X-Floor": "2" },
  });
  const auth = { kind: "bearer" as const, fields: { token: "t" } };
  expect(changeOf({ ...draft, auth }, saved)).toEqual({ auth: { kind: "bearer", token: "t" } });
});

test("what is missing or cannot be read is found before it is sent", () => {
  expect(faultsOf(typed, true)).toEqual({});
  const wrong = { ...typed, name: " ", url: "warehouse", eventTypes: [], headers: "no header" };
  expect(faultsOf({ ...wrong, conditions: null, ownFilter: "[1]" }, true)).toEqual({
    name: true,
    url: true,
    types: true,
    headers: true,
    filter: true,
  });
  expect(faultsOf({ ...typed, headers: "X-Depot:" }, true)).toEqual({ headers: true });
  expect(faultsOf({ ...typed, headers: "X-Depot:" }, false)).toEqual({});
  expect(faultsOf({ ...typed, ...forPlace("bigcommerce") }, true)).toEqual({ secret: true });
  expect(faultsOf({ ...typed, ...forPlace("bigcommerce") }, false)).toEqual({});
});

test("a provider's keys are part of the first question, and its address says which kind it is", () => {
  const empty = { ...typed, ...forPlace("aws") };
  expect(faultsOf(empty, true)).toEqual({ url: true, keys: true });
  const fields = { accessKeyId: "AKIAIOSFODNN7EXAMPLE", secretAccessKey: "s", endpoint: "" };
  const url = "https://sqs.eu-west-1.amazonaws.com/123456789012/orders";
  const draft = { ...empty, url, auth: { kind: "aws" as const, fields }, headers: "X-Depot: 7" };
  expect(faultsOf(draft, true)).toEqual({});
  expect(inputOf(draft)).toMatchObject({ kind: "sqs", url, auth: { kind: "aws", ...fields } });
  expect(inputOf(draft)).not.toHaveProperty("headers");
  const kindOf = (arn: string) => inputOf({ ...draft, url: arn }).kind;
  expect(kindOf("arn:aws:sns:eu-west-1:123456789012:orders")).toBe("sns");
  expect(kindOf("arn:aws:events:eu-west-1:123456789012:event-bus/default")).toBe("eventbridge");
  const topic = { ...typed, ...forPlace("pubsub"), url: "projects/my-project/topics/orders" };
  expect([inputOf(topic).kind, faultsOf(topic, true)]).toEqual(["pubsub", { keys: true }]);
  const mail = { ...typed, ...forPlace("email"), url: "ana@example.com", headers: "X-Depot: 7" };
  expect([inputOf(mail).kind, faultsOf(mail, true)]).toEqual(["email", {}]);
  expect([inputOf(mail).headers, faultsOf({ ...mail, url: "https://a.example" }, true)]).toEqual([
    undefined,
    { url: true },
  ]);
  const kept = { ...saved, kind: "sqs" as const, url, auth: "aws" as const };
  expect(draftOf(kept)).toMatchObject({ place: "aws", auth: null });
  expect([changeOf(draftOf(kept), kept), faultsOf(draftOf(kept), false)]).toEqual([{}, {}]);
});

test("conditions and the filter that they make are the same thing, and a filter of one's own is none of them", () => {
  const some = { ...NO_CONDITIONS, price: true, status: 'Shipped "today"' };
  const all = { price: true, stock: true, status: "Shipped", noIncomplete: true };
  for (const conditions of [NO_CONDITIONS, some, all])
    expect(conditionsOf(filterOf(conditions))).toEqual(conditions);
  expect(filterOf(NO_CONDITIONS)).toBeNull();
  expect(conditionsOf({ "changes.price": { $exists: true } })).toBeNull();
  expect(draftOf({ ...saved, filter: { type: "x" } })).toMatchObject({ conditions: null });
});

test("conditions are offered for the event types that they speak of", () => {
  expect(conditionsFor(["store/customer/created"])).toEqual({ products: false, orders: false });
  expect(conditionsFor(["*"])).toEqual({ products: true, orders: true });
  expect(conditionsFor(["store/sku/*", "store/order/created"])).toEqual({ products: true, orders: true });
});

test("sets are added and taken away whole, and leave single types alone", () => {
  const withCarts = withSet(["store/customer/created"], "carts", true);
  expect(chosenSets(withCarts)).toEqual(["carts"]);
  expect(withSet(withCarts, "carts", false)).toEqual(["store/customer/created"]);
  expect(chosenSets(withSet(["*"], "orders", true))).toEqual(["orders"]);
});
