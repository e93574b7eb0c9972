import { expect, test } from "vitest";
import type { AuditAction, AuditEntryView } from "#lib/contract/audit.ts";
import { deedsOf } from "./deeds.ts";

const ANA = { userId: "1", email: "ana@example.com" };
let id = 1_000;

/** A step so many seconds after noon; those that are made later are older. */
function step(action: AuditAction, seconds: number, more: Partial<AuditEntryView> = {}): AuditEntryView {
  return {
    id: String(id--),
    at: new Date(Date.UTC(2026, 10, 30, 12, 0, seconds)).toISOString(),
    actor: ANA,
    action,
    scope: null,
    hookId: null,
    before: null,
    after: null,
    reason: null,
    isRefused: false,
    status: null,
    code: null,
    sentence: null,
    ...more,
  };
}

test("what one person turned on is one deed, however many steps it took", () => {
  const scopes = Array.from({ length: 63 }, (_, index) => `store/channel/${index}`);
  const entries = scopes
    .flatMap((scope, index) => [
      step("hook_created", index, { scope, reason: "It was missing.", isRefused: index === 5 }),
      step("subscription_wanted", index, { scope }),
    ])
    .toSorted((one, other) => Date.parse(other.at) - Date.parse(one.at));
  const [deed, ...others] = deedsOf(entries);
  expect(others).toEqual([]);
  expect(deed).toMatchObject({ kind: "subscription_wanted", actor: ANA, refused: 1, reasons: [] });
  expect(deed?.scopes).toHaveLength(63);
  expect(deed?.steps).toHaveLength(126);
});

test("what was there and was wrong was fixed, and what nobody wanted was removed, each with its reason", () => {
  const scope = "store/order/created";
  const deeds = deedsOf([
    step("hook_removed", 9, { actor: null, scope, reason: "There was a second one." }),
    step("hook_updated", 5, { actor: null, scope, reason: "It went elsewhere." }),
    step("hook_created", 4, { actor: null, scope: "store/cart/created", reason: "It was missing." }),
  ]);
  expect(deeds.map(({ kind, scopes, reasons }) => [kind, scopes.length, reasons])).toEqual([
    ["webhooks_removed", 1, ["There was a second one."]],
    ["webhooks_fixed", 2, ["It went elsewhere.", "It was missing."]],
  ]);
});

test("other people, other times and other things are deeds of their own", () => {
  const deeds = deedsOf([
    step("subscription_unwanted", 400, { scope: "store/a" }),
    step("subscription_wanted", 300, { scope: "store/a" }),
    step("subscription_wanted", 150, { scope: "store/b" }),
    step("subscription_wanted", 140, { actor: null, scope: "store/c" }),
    step("alert_acknowledged", 60),
    step("alert_acknowledged", 50),
    step("retention_changed", 10),
  ]);
  expect(deeds.map(({ kind, steps }) => [kind, steps.length])).toEqual([
    ["subscription_unwanted", 1],
    ["subscription_wanted", 1],
    ["subscription_wanted", 1],
    ["subscription_wanted", 1],
    ["alert_acknowledged", 2],
    ["retention_changed", 1],
  ]);
});

test("each destination is a deed of its own", () => {
  const made = (name: string, seconds: number) =>
    step("destination_made", seconds, { after: { name, destination: "https://a.example" } });
  expect(deedsOf([made("Slack", 3), made("Warehouse", 2)])).toHaveLength(2);
});
