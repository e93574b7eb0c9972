import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { HookId } from "#lib/ids.ts";
import { plainSentence } from "#lib/messages/stored-sentences.ts";
import { type HookPlan, hookTarget, planHooks, type PlannableHook } from "./plan.ts";

const target = hookTarget("https://keeper.example.com", "abc123", "secret");
const ORDER = "store/order/created";
const wanted = [{ scope: ORDER, isWanted: true }];

const hook = (id: number, given: Partial<PlannableHook> = {}): PlannableHook => ({
  id: HookId.parse(id),
  scope: ORDER,
  receiverUrl: target.receiverUrl,
  isActive: true,
  hasRightSecret: true,
  hasPreviousSecret: false,
  isOurs: true,
  ...given,
});

const ids = (plan: HookPlan) => ({
  create: plan.create.map(({ scope }) => scope),
  update: plan.update.map(({ hookId }) => hookId as number),
  enable: plan.enable.map(({ hookId }) => hookId as number),
  remove: plan.remove.map(({ hookId }) => hookId as number),
  keep: plan.keep.map(({ hookId }) => hookId as number),
});
const nothing = { create: [], update: [], enable: [], remove: [], keep: [] };
const THEIR_ADDRESS = "https://production.example.com/api/webhooks/abc123";

/** Does to a model of BigCommerce what the plan says. */
function applied(plan: HookPlan, actual: readonly PlannableHook[]): PlannableHook[] {
  const hooks = new Map(actual.map((each) => [each.id, each]));
  for (const { hookId } of plan.remove) hooks.delete(hookId);
  for (const { hookId, patch } of plan.update) {
    const found = hooks.get(hookId);
    if (!found) throw new Error(`the plan updates a hook that is not there: ${hookId}`);
    hooks.set(hookId, {
      ...found,
      ...(patch.receiverUrl ? { receiverUrl: patch.receiverUrl } : {}),
      ...(patch.headers ? { hasRightSecret: true, hasPreviousSecret: false } : {}),
      ...(patch.isActive ? { isActive: true } : {}),
    });
  }
  for (const { hookId } of plan.enable) {
    const found = hooks.get(hookId);
    if (found) hooks.set(hookId, { ...found, isActive: true });
  }
  plan.create.forEach(({ scope }, index) => {
    const made = hook(1_000 + index, { scope });
    hooks.set(made.id, made);
  });
  return [...hooks.values()];
}

describe("planHooks", () => {
  test("a wanted scope without a hook is created", () => {
    expect(ids(planHooks(wanted, [], target))).toEqual({ ...nothing, create: [ORDER] });
  });

  test("what carries the secret from before gets the new one, strays too, and nothing else about them", () => {
    const old = { hasRightSecret: false, hasPreviousSecret: true };
    const stray = hook(2, {
      ...old,
      scope: "store/cart/created",
      isActive: false,
      receiverUrl: "https://a.test",
    });
    const plan = planHooks(wanted, [hook(1, old), stray], target);
    const reason = plainSentence("secret_renewed");
    const { headers } = target;
    expect(plan).toEqual({
      ...nothing,
      unread: [],
      update: [
        { scope: ORDER, hookId: 1, patch: { headers }, reason },
        { scope: stray.scope, hookId: 2, patch: { headers }, reason },
      ],
    });
  });

  test("a right hook is kept", () => {
    expect(ids(planHooks(wanted, [hook(1)], target))).toEqual({ ...nothing, keep: [1] });
  });

  test("a hook that is switched off is enabled, with nothing else changed", () => {
    expect(ids(planHooks(wanted, [hook(1, { isActive: false })], target))).toEqual({
      ...nothing,
      enable: [1],
    });
  });

  test("a wrong address is repaired with the receiver URL and all headers", () => {
    const plan = planHooks(
      wanted,
      [hook(1, { receiverUrl: "https://old.example.com/api/webhooks/abc123" })],
      target,
    );
    expect(plan.update[0]?.patch).toEqual({ receiverUrl: target.receiverUrl, headers: target.headers });
  });

  test("a wrong secret is mended with all headers and the address left alone", () => {
    expect(planHooks(wanted, [hook(1, { hasRightSecret: false })], target).update[0]?.patch).toEqual({
      headers: target.headers,
    });
  });

  test("a hook that is wrong and off is mended in one call", () => {
    const plan = planHooks(wanted, [hook(1, { hasRightSecret: false, isActive: false })], target);
    expect(plan.update[0]?.patch).toEqual({ headers: target.headers, isActive: true });
    expect(plan.enable).toEqual([]);
  });

  test("of two hooks at our address the right one stays and the other goes", () => {
    expect(ids(planHooks(wanted, [hook(1, { hasRightSecret: false }), hook(2)], target))).toEqual({
      ...nothing,
      keep: [2],
      remove: [1],
    });
  });

  test("a differently spelt address of ours counts as a double", () => {
    const spelt = hook(1, { receiverUrl: `${target.receiverUrl}/?from=elsewhere` });
    expect(ids(planHooks(wanted, [spelt, hook(2)], target))).toEqual({ ...nothing, keep: [2], remove: [1] });
  });

  test("a second hook at another address is left alone", () => {
    const strange = hook(1, { receiverUrl: "https://other.example.com/hooks" });
    expect(ids(planHooks(wanted, [strange, hook(2)], target))).toEqual({ ...nothing, keep: [2] });
  });

  test("a hook that nobody ever chose is not touched", () => {
    expect(ids(planHooks([], [hook(1)], target))).toEqual(nothing);
  });

  test.each([
    [`${target.receiverUrl}/`],
    [`${target.receiverUrl}?a=1`],
    [target.receiverUrl.replace("https://keeper", "HTTPS://KEEPER")],
  ])("our address spelt as %s is our address", (receiverUrl) => {
    expect(ids(planHooks(wanted, [hook(1, { receiverUrl })], target))).toEqual({ ...nothing, keep: [1] });
  });

  test("what another installation made is left alone, and ours is made beside it", () => {
    const foreign = hook(1, { receiverUrl: THEIR_ADDRESS, isOurs: false, hasPreviousSecret: true });
    expect(ids(planHooks(wanted, [foreign], target))).toEqual({ ...nothing, create: [ORDER] });
    expect(ids(planHooks(wanted, [foreign, hook(2)], target))).toEqual({ ...nothing, keep: [2] });
    const turnedOff = [{ scope: ORDER, isWanted: false }];
    expect(ids(planHooks(turnedOff, [foreign, hook(2)], target))).toEqual({ ...nothing, remove: [2] });
  });

  test("our own one that was moved to another installation's address comes home", () => {
    const plan = planHooks(wanted, [hook(1, { receiverUrl: THEIR_ADDRESS })], target);
    expect(plan.update[0]?.patch.receiverUrl).toBe(target.receiverUrl);
  });

  test("beside a hook that cannot be read none is made, and it is not removed", () => {
    const unread = new Set([ORDER]);
    expect(planHooks(wanted, [], target, unread)).toEqual({ ...nothing, unread: [ORDER] });
    expect(planHooks([{ scope: ORDER, isWanted: false }], [], target, unread)).toEqual({
      ...nothing,
      unread: [ORDER],
    });
    expect(ids(planHooks(wanted, [hook(1)], target, unread))).toEqual({ ...nothing, keep: [1] });
  });

  describe("a wildcard at our address that nobody chose", () => {
    const wildcard = hook(2, { scope: "store/order/*" });

    test("goes where it brings what is wanted a second time", () => {
      const plan = planHooks(wanted, [hook(1), wildcard], target);
      expect(ids(plan)).toEqual({ ...nothing, keep: [1], remove: [2] });
      expect(plan.remove[0]?.doubles).toEqual([ORDER]);
    });

    test.each([
      ["nothing of it is wanted", [], [wildcard], []],
      ["it is wanted", [...wanted, { scope: "store/order/*", isWanted: true }], [hook(1), wildcard], []],
      ["it delivers elsewhere", wanted, [hook(1), { ...wildcard, receiverUrl: THEIR_ADDRESS }], []],
      [
        "another installation made it",
        wanted,
        [hook(1), { ...wildcard, receiverUrl: THEIR_ADDRESS, isOurs: false }],
        [],
      ],
    ])("stays when %s", (_, given, hooks, removed) => {
      expect(ids(planHooks(given, hooks, target)).remove).toEqual(removed);
    });
  });

  test("a hook of a scope that was turned off is removed, wherever it delivers", () => {
    const turnedOff = [{ scope: ORDER, isWanted: false }];
    const hooks = [hook(1), hook(2, { receiverUrl: "https://other.example.com/hooks" })];
    expect(ids(planHooks(turnedOff, hooks, target))).toEqual({ ...nothing, remove: [1, 2] });
  });

  test("carried out and planned again, everything is kept, and strays and what others made are untouched", () => {
    const scopes = [ORDER, "store/order/*", "store/product/updated"];
    const choices = fc.uniqueArray(fc.record({ scope: fc.constantFrom(...scopes), isWanted: fc.boolean() }), {
      selector: ({ scope }) => scope,
    });
    const hooks = fc.uniqueArray(
      fc
        .record({
          id: fc.integer({ min: 1, max: 99 }).map((id) => HookId.parse(id)),
          scope: fc.constantFrom(...scopes),
          receiverUrl: fc.constantFrom(
            target.receiverUrl,
            `${target.receiverUrl}/`,
            "https://old.example.com/x",
            "projects/p",
          ),
          isActive: fc.boolean(),
          secret: fc.constantFrom("right", "previous", "other"),
          isMadeHere: fc.boolean(),
        })
        .map(({ secret, isMadeHere, ...rest }) => ({
          ...rest,
          isOurs: isMadeHere || rest.receiverUrl.startsWith(target.receiverUrl),
          hasRightSecret: secret === "right",
          hasPreviousSecret: secret === "previous",
        })),
      { selector: ({ id }) => id, maxLength: 12 },
    );
    fc.assert(
      fc.property(choices, hooks, (given, actual) => {
        const after = applied(planHooks(given, actual, target), actual);
        const again = planHooks(given, after, target);
        const kept = given.filter(({ isWanted }) => isWanted).length;
        expect(again).toMatchObject({ create: [], update: [], enable: [], remove: [] });
        expect(again.keep).toHaveLength(kept);
        const chosen = new Set(given.map(({ scope }) => scope));
        const isDouble = ({ scope, receiverUrl }: PlannableHook) =>
          scope === "store/order/*" &&
          receiverUrl.startsWith(target.receiverUrl) &&
          given.some((one) => one.scope === ORDER && one.isWanted);
        const strays = actual.filter((each) => !each.isOurs || (!chosen.has(each.scope) && !isDouble(each)));
        const withNewSecret = strays.map((stray) =>
          stray.isOurs && stray.hasPreviousSecret
            ? { ...stray, hasRightSecret: true, hasPreviousSecret: false }
            : stray,
        );
        expect(after).toEqual(expect.arrayContaining(withNewSecret));
      }),
    );
  });
});
