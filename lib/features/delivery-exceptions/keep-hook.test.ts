import { expect, test } from "vitest";
import { HookId } from "#lib/ids.ts";
import type { PlannableHook } from "#lib/features/subscriptions/plan.ts";
import { EXCEPTION_SCOPE, exceptionAddress } from "#lib/features/receiver/addresses.ts";
import { hookStep } from "./keep-hook.ts";

const ADDRESS = exceptionAddress("https://alarm.example.com", "abc123");
const hook = (changes: Partial<PlannableHook> = {}): PlannableHook => ({
  id: HookId.parse(7),
  scope: EXCEPTION_SCOPE,
  receiverUrl: ADDRESS,
  isActive: true,
  hasRightSecret: true,
  hasPreviousSecret: false,
  isOurs: true,
  ...changes,
});
const step = (hooks: PlannableHook[], address: string | null = ADDRESS) =>
  hookStep(hooks, address, "abc123").do;

test("the hook is made, kept and mended where somebody wants to hear of exceptions", () => {
  expect(step([])).toBe("create");
  expect(step([hook()])).toBe("nothing");
  expect(step([hook({ hasRightSecret: false, hasPreviousSecret: true })])).toBe("nothing");
  expect(step([hook({ isActive: false })])).toBe("update");
  expect(step([hook({ hasRightSecret: false })])).toBe("update");
  expect(step([hook({ receiverUrl: "https://elsewhere.example.com/api/exceptions/abc123" })])).toBe("update");
});

test("what another installation made stays, and is the only one", () => {
  const theirs = hook({ receiverUrl: "https://production.example.com/api/exceptions/abc123", isOurs: false });
  expect(step([theirs])).toBe("nothing");
  expect(step([theirs], null)).toBe("nothing");
});

test("without an address only the one that we made goes, at whatever host", () => {
  expect(step([], null)).toBe("nothing");
  expect(step([hook()], null)).toBe("remove");
  expect(step([hook({ receiverUrl: "https://somebody.example.com/alarm" })], null)).toBe("nothing");
  expect(step([hook({ receiverUrl: "projects/p/topics/t" })], null)).toBe("nothing");
});
