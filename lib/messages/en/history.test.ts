import { expect, test } from "vitest";
import type { AuditEntryView } from "#lib/contract/audit.ts";
import { actionText, answerText, changeText, deedText } from "./history.ts";

const entry: AuditEntryView = {
  id: "1",
  at: "2026-08-20T15:56:12Z",
  actor: { userId: "7", email: "ana@example.com" },
  action: "subscription_wanted",
  scope: "store/order/created",
  hookId: null,
  before: { isWanted: false },
  after: { isWanted: true },
  reason: null,
  isRefused: false,
  status: null,
  code: null,
  sentence: null,
};
const here = { isActive: true, destination: "https://here.example", hasRightSecret: true };

test.each<[Partial<AuditEntryView>, string, string, string]>([
  [{}, "ana@example.com turned on the webhook", "From off to on.", ""],
  [
    { actor: null, action: "hook_created", before: null, after: here, status: 200 },
    "Keeper registered the webhook",
    "From no webhook to on, sent to https://here.example.",
    "BigCommerce answered 200.",
  ],
  [
    { action: "hook_switched_on", before: { ...here, isActive: false }, after: here, status: 200 },
    "ana@example.com turned on the webhook at BigCommerce",
    "From off to on.",
    "BigCommerce answered 200.",
  ],
  [
    {
      action: "hook_updated",
      before: { ...here, destination: "https://there.example", hasRightSecret: false },
      after: here,
      status: 200,
    },
    "ana@example.com changed the webhook",
    "From on, sent to https://there.example, without the secret to on, sent to https://here.example.",
    "BigCommerce answered 200.",
  ],
  [
    {
      actor: null,
      action: "hook_removed",
      before: here,
      after: null,
      isRefused: true,
      sentence: "It is slow.",
    },
    "Keeper tried to remove the webhook",
    "",
    "BigCommerce didn't answer. It is slow.",
  ],
  [
    {
      action: "destination_changed",
      before: { name: "Warehouse", destination: "https://a.example" },
      after: { name: "Depot", destination: "https://b.example" },
    },
    "ana@example.com changed the destination Depot",
    "",
    "",
  ],
  [
    { actor: null, action: "person_removed", before: { person: "ben@example.com" }, after: null },
    "Keeper ended access for ben@example.com",
    "",
    "",
  ],
])("%# an entry says who, what and what came of it", (given, action, change, answer) => {
  const told = { ...entry, ...given };
  expect([actionText(told, false), changeText(told), answerText(told)]).toEqual([action, change, answer]);
});

test("a deed is told of the reader, of others and of the keeper, by name or by number", () => {
  const deed = { kind: "subscription_wanted", who: null, isYou: false, person: null, name: null } as const;
  expect([
    deedText({ ...deed, isYou: true, who: "ana@example.com", count: 63, title: null }),
    deedText({ ...deed, who: "ben@example.com", count: 1, title: "Order created" }),
    deedText({ ...deed, kind: "webhooks_fixed", count: 4, title: null }),
    deedText({ ...deed, kind: "alert_acknowledged", isYou: true, count: 2, title: null }),
  ]).toEqual([
    "You turned on 63 webhooks",
    "ben@example.com turned on Order created",
    "Keeper fixed 4 webhooks",
    "You marked 2 alerts as seen",
  ]);
});
