import { describe, expect, test } from "vitest";
import {
  NotFound,
  OddAnswer,
  RateLimited,
  Refused,
  ServerFault,
  Unauthorized,
} from "#lib/platform/bigcommerce/errors.ts";
import type { AppError } from "#lib/errors.ts";
import { HookId } from "#lib/ids.ts";
import { plainSentence } from "#lib/messages/stored-sentences.ts";
import type { HookPlan } from "./plan.ts";
import type { SeenHook } from "./records.ts";
import {
  auditEntryOf,
  failuresOf,
  hookOf,
  hooksAfter,
  isRenewal,
  isRepair,
  replacementOf,
  resultsOfUnread,
  type Step,
  type StepResult,
  stepsByScope,
  stopAfter,
} from "./steps.ts";

const ORDER = "store/order/created";
const CART = "store/cart/created";
const reason = plainSentence("hook_missing");
const id = (value: number) => HookId.parse(value);
const headers = { "x-secret": "1" };
const receiverUrl = "https://keeper.example.com/api/webhooks/abc123";

const hook = (changes: Partial<SeenHook> = {}): SeenHook => ({
  id: id(7),
  scope: ORDER,
  receiverUrl,
  isActive: true,
  hasRightSecret: true,
  hasPreviousSecret: false,
  hasOtherSecret: false,
  isOurs: true,
  status: "active",
  createdAt: null,
  updatedAt: null,
  ...changes,
});
const create: Step = { do: "create", scope: ORDER, reason };
const update = (patch: Extract<Step, { do: "update" }>["patch"]): Step => ({
  do: "update",
  scope: ORDER,
  reason,
  hookId: id(7),
  patch,
});
const remove: Step = { do: "remove", scope: ORDER, reason, hookId: id(7) };

const result = (step: Step, failure: AppError | null, more: Partial<StepResult> = {}): StepResult => ({
  scope: step.scope,
  step,
  before: null,
  status: 200,
  hook: null,
  failure,
  isUnchanged: false,
  seen: [],
  gone: [],
  ...more,
});
const NOTHING: HookPlan = { create: [], update: [], enable: [], remove: [], keep: [], unread: [] };

test("a plan's steps come scope by scope, doubles first", () => {
  const entry = { scope: ORDER, reason, hookId: id(7) };
  const plan: HookPlan = {
    ...NOTHING,
    create: [{ scope: CART, reason }],
    enable: [entry],
    remove: [{ ...entry, hookId: id(8) }],
  };
  expect([...stepsByScope(plan)]).toEqual([
    [ORDER, [{ ...remove, hookId: id(8) }, update({ isActive: true })]],
    [CART, [{ ...create, scope: CART }]],
  ]);
});

test.each<[string, Step, SeenHook | null, { repair: boolean; renewal: boolean }]>([
  ["a creation", create, null, { repair: true, renewal: false }],
  ["a removal", remove, hook(), { repair: false, renewal: false }],
  ["a way home", update({ receiverUrl, headers }), hook(), { repair: true, renewal: false }],
  ["a switch", update({ isActive: true }), hook({ isActive: false }), { repair: true, renewal: false }],
  ["a switch of what is on", update({ isActive: true }), hook(), { repair: false, renewal: true }],
  ["a header", update({ headers }), hook(), { repair: false, renewal: false }],
])("%s is told from others", (_, step, before, { repair, renewal }) => {
  expect({ repair: isRepair(step, before), renewal: isRenewal(step, before) }).toEqual({ repair, renewal });
});

test("a hook that is gone is made again, and its loss is no failure then", () => {
  const lost = result(update({ isActive: true }), new NotFound(""), { before: hook() });
  expect(replacementOf(lost)).toEqual(create);
  expect(replacementOf(result(remove, new NotFound("")))).toBeNull();
  expect(failuresOf([lost, result(create, null)])).toEqual(new Map());
  expect([...failuresOf([lost, result(create, new Refused(""))]).values()]).toEqual([new Refused("")]);
  expect(hooksAfter([hook()], [lost])).toEqual([]);
});

test("what could not be read stays a failure, whatever else succeeds for its scope", () => {
  const results = [...resultsOfUnread({ ...NOTHING, unread: [ORDER] }), result(update({ headers }), null)];
  expect(failuresOf(results).get(ORDER)?.code).toBe("BIGCOMMERCE_UNREADABLE");
});

describe("the rest is left for the next time", () => {
  const after = (...failures: (AppError | null)[]) =>
    stopAfter(failures.map((failure) => result(create, failure)))?.code ?? null;

  test("when all would fail", () => {
    expect(after(null, new Unauthorized(""))).toBe("NEEDS_REAUTHORISATION");
    expect(after(new RateLimited("", 1))).toBe("BIGCOMMERCE_RATE_LIMITED");
    const fault = new ServerFault("");
    expect(after(fault, fault, fault)).toBe("BIGCOMMERCE_UNREACHABLE");
  });
  test("not after what concerns one scope", () => {
    const odd = new OddAnswer("");
    expect(after(null, new Refused(""), new NotFound(""), odd, odd, odd)).toBeNull();
    expect(after(new ServerFault(""), null, new ServerFault(""))).toBeNull();
  });
});

test("the hooks that are there follow from the results, the oldest first", () => {
  const made = hook({ id: id(3), scope: CART });
  const changed = hook({ isActive: false });
  const results = [
    result(create, null, { hook: made, seen: [made] }),
    result(update({ headers }), null, { seen: [changed] }),
    result({ ...remove, hookId: id(9) }, null, { gone: [id(9)] }),
  ];
  expect(hooksAfter([hook(), hook({ id: id(9) })], results)).toEqual([made, changed]);
  expect(hookOf(update({ headers }), [made, changed])).toBe(changed);
  expect(hookOf(create, [hook()])).toBeNull();
});

test("the audit log has the hook as it was and is, or why not", () => {
  const state = { isActive: true, destination: receiverUrl, hasRightSecret: true };
  const step = update({ isActive: true });
  const off = hook({ isActive: false });
  const base = { actor: "keeper", scope: ORDER, reason, hookId: id(7) };
  expect(auditEntryOf(step, result(step, null, { before: off, hook: hook() }), "keeper")).toEqual({
    ...base,
    action: "hook_switched_on",
    status: 200,
    before: { ...state, isActive: false },
    after: state,
  });
  const refused = result(remove, new Refused(""), { before: hook(), status: 400 });
  expect(auditEntryOf(remove, refused, "keeper")).toEqual({
    ...base,
    action: "hook_removed",
    status: 400,
    before: state,
    code: "BIGCOMMERCE_REFUSED",
  });
  const silent = result(create, new ServerFault(""), { status: null });
  expect(auditEntryOf(create, silent, "keeper")).toEqual({
    actor: "keeper",
    action: "hook_created",
    scope: ORDER,
    reason,
    status: null,
    code: "BIGCOMMERCE_UNREACHABLE",
  });
});
