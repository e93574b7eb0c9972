import { describe, expect, test } from "vitest";
import { HookId } from "#lib/ids.ts";
import { type HealthFacts, healthOf, type StoreFacts } from "./health.ts";
import type { KnownHook } from "./records.ts";
import { storeClock } from "./store-clock.ts";
import { DAY_MS } from "#lib/time.ts";

const NOW = new Date("2026-08-20T15:56:12Z");
const daysAgo = (days: number) => new Date(NOW.getTime() - days * DAY_MS);
const receiverUrl = "https://keeper.example.com/api/webhooks/abc123";

const hook = (given: Partial<KnownHook> = {}): KnownHook => ({
  id: HookId.parse(1),
  scope: "store/order/created",
  receiverUrl,
  isActive: true,
  hasRightSecret: true,
  hasPreviousSecret: false,
  hasOtherSecret: false,
  isOurs: true,
  status: "active",
  createdAt: new Date("2026-08-02T12:00:00Z"),
  updatedAt: new Date("2026-08-02T12:00:00Z"),
  renewedAt: null,
  ...given,
});
const wanted = {
  isWanted: true,
  changedAt: daysAgo(18),
  changedBy: "ana@example.com",
  failure: null,
  isTellingOnly: false,
  hadHook: true,
  mendedAt: [] as Date[],
  mendedFor: receiverUrl,
};
const store: StoreFacts = {
  needsReauthorisation: false,
  checkedAt: daysAgo(0.01),
  checkFailure: null,
  blockedDomains: [],
  isTellingOnly: false,
  faultBefore: () => null,
  failureBefore: () => null,
  secretRefusedAt: null,
  clock: storeClock("America/Chicago"),
};

const judge = (facts: Partial<HealthFacts> = {}, given: Partial<StoreFacts> = {}) =>
  healthOf(
    {
      subscription: wanted,
      hooks: [hook()],
      receiverUrl,
      coveredBy: null,
      doubledBy: null,
      lastEventAt: null,
      ...facts,
    },
    { ...store, ...given },
    NOW,
  );

describe("healthOf", () => {
  test("receiving, with the time as the store's people read it", () => {
    expect(judge({ lastEventAt: new Date("2026-08-20T15:54:00Z") })).toEqual({
      verdict: "receiving",
      sentence: "Last event: Aug 20, 10:54 AM.",
      remedy: null,
      since: "2026-08-02T12:00:00.000Z",
    });
  });

  test("waiting for the first event", () => {
    expect(judge()).toMatchObject({
      verdict: "waiting",
      sentence: "On since Aug 2. No event of this type has arrived yet.",
      remedy: null,
    });
  });

  test("starting for a minute after it was made, unless an event proves otherwise", () => {
    const fresh = [hook({ createdAt: new Date(NOW.getTime() - 59_000), updatedAt: NOW })];
    expect(judge({ hooks: fresh })).toMatchObject({
      verdict: "starting",
      sentence: "The first events can take a minute.",
    });
    expect(judge({ hooks: fresh, lastEventAt: NOW }).verdict).toBe("receiving");
    const older = [hook({ createdAt: new Date(NOW.getTime() - 60_000), updatedAt: NOW })];
    expect(judge({ hooks: older }).verdict).toBe("waiting");
  });

  test("starting while it is being turned on", () => {
    const facts = { hooks: [], subscription: { ...wanted, changedAt: NOW } };
    expect(judge(facts).verdict).toBe("starting");
    expect(judge({ hooks: [] }, { checkedAt: null }).verdict).toBe("starting");
  });

  test("off by the merchant, with who and when", () => {
    const subscription = { ...wanted, isWanted: false, changedAt: new Date("2026-08-12T12:00:00Z") };
    expect(judge({ subscription, hooks: [] })).toMatchObject({
      verdict: "off_by_merchant",
      sentence: "Turned off by ana@example.com on Aug 12.",
      remedy: null,
    });
  });

  test("never turned on is off as well, and a wildcard that covers it is named", () => {
    expect(judge({ subscription: null, hooks: [] })).toMatchObject({
      verdict: "off_by_merchant",
      sentence: "Not turned on.",
    });
    const covered = judge({ subscription: null, hooks: [], coveredBy: "All order events" });
    expect(covered).toMatchObject({
      verdict: "off_by_merchant",
      sentence: "Included in “All order events”.",
    });
  });

  test("off by BigCommerce, for no reason that anything shows", () => {
    const off = hook({ isActive: false, status: "deactivated", updatedAt: new Date("2026-08-10T12:00:00Z") });
    expect(judge({ hooks: [off], lastEventAt: daysAgo(14) })).toEqual({
      verdict: "off_by_bigcommerce",
      severity: "lost",
      sentence: "BigCommerce turned this off on Aug 10 and doesn't say why.",
      remedy: "turn_on",
      since: "2026-08-10T12:00:00.000Z",
    });
  });

  test.each([
    ["gave_up", "BigCommerce turned this off on Aug 10 because deliveries failed for 48 hours."],
    ["refused", "BigCommerce turned this off on Aug 10, probably because deliveries failed for 48 hours."],
  ] as const)("off by BigCommerce after failures that %s shows", (sign, sentence) => {
    const off = hook({ isActive: false, status: "deactivated", updatedAt: new Date("2026-08-10T12:00:00Z") });
    expect(judge({ hooks: [off] }, { failureBefore: () => sign }).sentence).toBe(sentence);
  });

  test("off by BigCommerce, because it was quiet", () => {
    const off = hook({
      isActive: false,
      status: "deactivated",
      createdAt: daysAgo(100),
      updatedAt: daysAgo(9),
    });
    expect(judge({ hooks: [off] }).sentence).toBe(
      "BigCommerce turned this off on Aug 11, probably because no event came for 90 days.",
    );
  });

  test("off by some other call is not blamed on failures", () => {
    const off = hook({ isActive: false, status: "inactive" });
    expect(judge({ hooks: [off] })).toMatchObject({
      verdict: "off_by_bigcommerce",
      sentence: "Turned off on Aug 2, probably by a person or another tool.",
    });
  });

  test.each([
    ["missing", { hooks: [] }, "reregister", "BigCommerce no longer has this webhook."],
    [
      "wrong_address",
      { hooks: [hook({ receiverUrl: "https://old.example.com/api/webhooks/abc123" })] },
      "repair",
      "BigCommerce sends these events to a different address.",
    ],
    [
      "wrong_secret",
      { hooks: [hook({ hasRightSecret: false })] },
      "repair",
      "BigCommerce sends these events without the store's secret. We accept them only if they're signed.",
    ],
    [
      "doubled",
      { hooks: [hook(), hook({ id: HookId.parse(2) })] },
      "remove_double",
      "BigCommerce has 2 webhooks for this event type. Each event arrives twice.",
    ],
    [
      "overlaps_wildcard",
      { coveredBy: "All order events" },
      "turn_off",
      "“All order events” already includes these events. Each one arrives twice.",
    ],
    [
      "over_limit",
      { hooks: [], subscription: { ...wanted, failure: "HOOK_LIMIT_REACHED" } },
      "check",
      "BigCommerce allows an app 10 webhooks of one event type.",
    ],
  ] as const)("%s, with the action that mends it", (verdict, facts, remedy, sentence) => {
    expect(judge(facts)).toMatchObject({ verdict, remedy, sentence });
  });

  test("missing after a refusal says why", () => {
    const subscription = { ...wanted, failure: "BIGCOMMERCE_REFUSED" };
    expect(judge({ hooks: [], subscription }).sentence).toBe(
      "BigCommerce doesn't have this webhook yet. BigCommerce does not accept a webhook of this event type.",
    );
  });

  test("blocked until BigCommerce's time is over, and only for our own domain", () => {
    const until = new Date(NOW.getTime() + 161_000);
    const blocked = (host: string) =>
      judge({}, { blockedDomains: [{ destination: `https://${host}`, until }] });
    expect(blocked("keeper.example.com")).toMatchObject({
      verdict: "blocked",
      sentence:
        "BigCommerce paused deliveries until 10:58 AM. It usually sends the waiting events after that.",
      until: until.toISOString(),
    });
    expect(blocked("other.example.com").verdict).toBe("waiting");
    expect(judge({}, { blockedDomains: [{ destination: receiverUrl, until: NOW }] }).verdict).toBe("waiting");
  });

  test("going quiet from day 75 on", () => {
    const since = (days: number) => hook({ createdAt: daysAgo(200), updatedAt: daysAgo(days) });
    expect(judge({ hooks: [since(100)], lastEventAt: daysAgo(74.9) }).verdict).toBe("receiving");
    expect(judge({ hooks: [since(100)], lastEventAt: daysAgo(75) })).toMatchObject({
      verdict: "going_quiet",
      sentence: "No event since Jun 6. BigCommerce may turn this off on Sep 4. We'll renew it first.",
      remedy: "renew",
    });
  });

  test("needs access before anything that was last seen", () => {
    expect(judge({ hooks: [] }, { needsReauthorisation: true })).toMatchObject({
      verdict: "needs_reauthorisation",
      remedy: "reopen_app",
    });
  });

  test("unknown when BigCommerce was never readable; what was last seen stands when it was", () => {
    const checkFailure = "BigCommerce isn't responding.";
    expect(judge({ hooks: [] }, { checkedAt: null, checkFailure })).toMatchObject({
      verdict: "unknown",
      remedy: "check",
      sentence: "BigCommerce isn't responding.",
    });
    expect(judge({}, { checkFailure }).verdict).toBe("waiting");
  });

  test("what keeps events away is told before what brings them twice", () => {
    const hooks = [hook({ isActive: false }), hook({ id: HookId.parse(2), isActive: false })];
    expect(judge({ hooks, coveredBy: "All order events" }).verdict).toBe("off_by_bigcommerce");
  });

  describe("tells what this app itself failed in", () => {
    const off = hook({ isActive: false, status: "deactivated", updatedAt: new Date("2026-08-10T18:00:00Z") });
    const fault = (from: string, to: string, isOver = true) => ({
      faultBefore: () => ({ from: new Date(from), to: new Date(to), isOver }),
    });

    test.each([
      ["2026-08-10T15:02:00Z", "2026-08-10T17:40:00Z", "between 10:02 AM and 12:40 PM"],
      ["2026-08-08T15:02:00Z", "2026-08-10T17:40:00Z", "between Aug 8, 10:02 AM and Aug 10, 12:40 PM"],
      ["2026-08-10T15:02:00Z", "2026-08-10T15:02:30Z", "at 10:02 AM"],
    ])("from %s to %s", (from, to, when) => {
      expect(judge({ hooks: [off] }, fault(from, to))).toMatchObject({
        verdict: "off_by_bigcommerce",
        sentence: `BigCommerce turned this off on Aug 10, probably because we couldn't accept events ${when}.`,
        remedy: "turn_on",
      });
    });

    test("and waits until it is well", () => {
      const given = fault("2026-08-10T15:02:00Z", "2026-08-10T17:40:00Z", false);
      const { sentence, isLeftToYou } = judge({ hooks: [off] }, given);
      expect(sentence).toMatch(
        / We'll try to fix this once we've accepted events without problems for 10 minutes\.$/,
      );
      expect(isLeftToYou).toBeUndefined();
    });
  });

  test("who turned it off is not told where nobody knows", () => {
    const off = hook({ isActive: false, status: null, updatedAt: daysAgo(1) });
    expect(judge({ hooks: [off] }).sentence).toBe("Turned off at BigCommerce on Aug 19. We don't know why.");
  });

  describe("another secret", () => {
    const other = (updatedAt: Date) => hook({ hasRightSecret: false, hasOtherSecret: true, updatedAt });

    test("loses events, and says until when none is lost for good", () => {
      expect(judge({ hooks: [other(daysAgo(1))] })).toMatchObject({
        verdict: "wrong_secret",
        severity: "lost",
        sentence:
          "We're rejecting these events because the secret doesn't match. Fix it by Aug 21, 10:56 AM and BigCommerce resends them.",
      });
      const earlier = judge({ hooks: [other(daysAgo(1))] }, { secretRefusedAt: daysAgo(1.5) });
      expect(earlier.sentence).toContain("Fix it by Aug 20, 10:56 PM and");
    });

    test("promises nothing of what was refused too long ago", () => {
      expect(judge({ hooks: [other(daysAgo(3))] }).sentence).toBe(
        "We're rejecting these events because the secret doesn't match. BigCommerce resends each one for up to 48 hours.",
      );
    });

    test("brings nothing to reject while it is off", () => {
      const off = { ...other(daysAgo(1)), isActive: false, status: "inactive" };
      expect(judge({ hooks: [off] }).verdict).toBe("off_by_bigcommerce");
    });

    test("is no secret at all, which loses nothing that is signed", () => {
      expect(judge({ hooks: [hook({ hasRightSecret: false })] })).toMatchObject({
        verdict: "wrong_secret",
        severity: "risk",
      });
    });
  });

  const mended = (...hoursAgo: number[]) => ({
    subscription: { ...wanted, mendedAt: hoursAgo.map((hours) => daysAgo(hours / 24)) },
  });
  const off = hook({ isActive: false, status: "deactivated" });
  const away = hook({ receiverUrl: "https://old.example.com/api/webhooks/abc123" });

  test.each([
    ["off_by_bigcommerce", [off]],
    ["missing", []],
    ["wrong_address", [away]],
  ] as const)("%s again and again is left to a person, and says so", (verdict, hooks) => {
    const often = judge({ hooks, ...mended(10, 7, 3) });
    expect(often).toMatchObject({ verdict, isLeftToYou: true, remedy: expect.any(String) });
    expect(
      often.sentence.endsWith(
        " We fixed this 3 times in a day and it broke again. We'll try again after Aug 21, 12:56 AM.",
      ),
    ).toBe(true);
    const lately = judge({ hooks, ...mended(0.5) });
    expect(lately.isLeftToYou).toBeUndefined();
    expect(lately.sentence.endsWith(" We'll try to fix this after 11:26 AM.")).toBe(true);
    expect(judge({ hooks, ...mended(1) }).isLeftToYou).toBeUndefined();
  });

  test.each([
    ["off_by_bigcommerce", { hooks: [off] }],
    ["missing", { hooks: [] }],
    ["wrong_address", { hooks: [away] }],
    ["wrong_secret", { hooks: [hook({ hasRightSecret: false })] }],
    ["doubled", { hooks: [hook(), hook({ id: HookId.parse(2) })] }],
    ["going_quiet", { hooks: [hook({ createdAt: daysAgo(80), updatedAt: daysAgo(80) })] }],
  ])("%s waits for a person where the app is only to tell", (verdict, facts) => {
    const waits = { verdict, isLeftToYou: true, remedy: expect.any(String) };
    const inStore = judge(facts, { isTellingOnly: true });
    expect(inStore).toMatchObject(waits);
    expect(inStore.sentence).toMatch(/ Automatic repair is off\.$/);
    expect(judge({ ...facts, subscription: { ...wanted, isTellingOnly: true } })).toEqual(inStore);
    expect(judge(facts).isLeftToYou).toBeUndefined();
  });
});
