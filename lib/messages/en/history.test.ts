import { expect, test } from "vitest";
import type { AuditEntryView } from "#lib/contract/audit.ts";
import { actionText, answerText, changeText } from "./history.ts";

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
  [{}, "Turned on by ana@example.com", "From off to on.", ""],
  [
    { actor: null, action: "hook_created", before: null, after: here, status: 200 },
    "Created at BigCommerce by the app itself",
    "From no webhook to on, sent to https://here.example.",
    "BigCommerce answered 200.",
  ],
  [
    { action: "hook_switched_on", before: { ...here, isActive: false }, after: here, status: 200 },
    "Switched on at BigCommerce by ana@example.com",
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
    "Changed at BigCommerce by ana@example.com",
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
    "Not removed at BigCommerce, tried by the app itself",
    "",
    "BigCommerce did not answer. It is slow.",
  ],
  [
    { actor: null, action: "person_removed", before: { person: "ben@example.com" }, after: null },
    "Access ended for ben@example.com by the app itself",
    "",
    "",
  ],
])("%# an entry says who, what and what came of it", (given, action, change, answer) => {
  const told = { ...entry, ...given };
  expect([actionText(told), changeText(told), answerText(told)]).toEqual([action, change, answer]);
});
