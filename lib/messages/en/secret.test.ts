import { expect, test } from "vitest";
import { progressText, renewalText } from "./secret.ts";

const moment = (iso: string) => iso.slice(11, 16);
const renewal = {
  phase: "changing" as const,
  since: "2026-11-25T10:00:00Z",
  changesAt: null,
  hooks: 14,
  hooksOnNew: 12,
  endsAt: "2026-12-02T10:00:00Z",
  isEndCertain: false,
};

test("progress counts webhooks", () => {
  expect(progressText(renewal)).toBe("12 of 14 webhooks use the new one.");
  expect(progressText({ hooks: 1, hooksOnNew: 1 })).toBe("1 of 1 webhook uses the new one.");
});

test("each stage of a renewal says what is accepted, and until when", () => {
  const announced = { ...renewal, phase: "announced" as const, changesAt: "2026-11-25T10:02:00Z" };
  expect(renewalText(announced, moment)).toBe(
    "The new secret is ready. Webhooks change to it from 10:02 on; both are accepted.",
  );
  expect(renewalText(renewal, moment)).toContain("no longer than until 10:00.");
  expect(renewalText({ ...renewal, hooksOnNew: 14 }, moment)).toContain("for two days more");
  expect(renewalText({ ...renewal, hooksOnNew: 14, isEndCertain: true }, moment)).toBe(
    "Both are accepted until 10:00. Then the old one ends.",
  );
});
