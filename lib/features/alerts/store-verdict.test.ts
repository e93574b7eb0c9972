import { describe, expect, test } from "vitest";
import { SEVERITY_OF, VERDICTS } from "#lib/contract/values/verdicts.ts";
import type { TodoCause } from "#lib/contract/values/alerts.ts";
import type { Verdict } from "#lib/contract/subscriptions.ts";
import { storeClock } from "#lib/features/subscriptions/store-clock.ts";
import { storeVerdict, type StoreVerdictFacts } from "./store-verdict.ts";

const NOW = new Date("2026-08-20T15:00:00Z");
const minutesAgo = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000);
const hook = {
  id: "1",
  isActive: true,
  status: null,
  destination: "https://keeper.example.com/api/webhooks/abc123",
  createdAt: "2026-08-01T00:00:00.000Z",
};
const webhook = (title: string, verdict: Verdict = "receiving", until?: string) => ({
  title,
  hook,
  health: {
    verdict,
    sentence: "",
    remedy: null,
    since: null,
    ...(until !== undefined && { until }),
    ...(SEVERITY_OF[verdict] && { severity: SEVERITY_OF[verdict] }),
  },
});
const twelve = Array.from({ length: 12 }, (_, index) => webhook(`Type ${index}`));
const checkFailure = {
  code: "BIGCOMMERCE_UNREACHABLE",
  sentence: "BigCommerce returned an error (500).",
  nextTry: "We'll try again at 3:10 PM.",
  help: "",
};
const caused = (...causes: TodoCause[]) => ({ causes: new Map(causes.map((cause) => [cause, []])) });

const judge = (given: Partial<StoreVerdictFacts> = {}) =>
  storeVerdict(
    {
      list: { checkFailure: null },
      wanted: twelve,
      troubles: caused(),
      lastEventAt: minutesAgo(3),
      clock: storeClock(null),
      ...given,
    },
    NOW,
  );

describe("a store's verdict in a sentence or two", () => {
  test("calls nothing good while a destination takes nothing, tells of webhooks first, and is as grave as the worst", () => {
    const well = "All 12 webhooks are on. Last event: 3 minutes ago.";
    const needy = "A destination needs your attention.";
    expect(judge({ troubles: caused("destination_off") })).toEqual({
      state: "attention",
      sentence: `${well} ${needy}`,
    });
    expect(judge({ troubles: caused("destination_retrying") })).toEqual({
      state: "waiting",
      sentence: `${well} A destination isn't taking events right now.`,
    });
    const refusing = judge({ troubles: caused("refusing") });
    expect(judge({ troubles: caused("refusing", "destination_off", "destination_retrying") })).toEqual({
      state: "losing",
      sentence: `${refusing.sentence} ${needy}`,
    });
    const wanted = [webhook("A", "blocked", "2026-08-20T15:03:00.000Z")];
    expect(judge({ wanted, troubles: caused("blocked", "destination_off") }).state).toBe("attention");
    expect(judge({ wanted: [], troubles: caused("destination_off") })).toEqual({
      state: "attention",
      sentence: `No event types are on, so no events arrive. ${needy}`,
    });
  });

  test.each([
    [minutesAgo(-1), "All 12 webhooks are on. Last event: less than a minute ago."],
    [minutesAgo(1), "All 12 webhooks are on. Last event: 1 minute ago."],
    [minutesAgo(3), "All 12 webhooks are on. Last event: 3 minutes ago."],
    [minutesAgo(125), "All 12 webhooks are on. Last event: 2 hours ago."],
    [minutesAgo(3_000), "All 12 webhooks are on. Last event: 2 days ago."],
  ])("all good, with the last event of %s", (lastEventAt, sentence) => {
    expect(judge({ lastEventAt })).toEqual({ state: "good", sentence });
  });

  test("nothing is called good before the first event", () => {
    expect(judge({ lastEventAt: null })).toEqual({
      state: "first_event",
      sentence: "All 12 webhooks are on. No event has arrived yet.",
    });
  });

  test("of one webhook alone", () => {
    expect(judge({ wanted: [webhook("Order created")] }).sentence).toBe(
      "Your webhook is on. Last event: 3 minutes ago.",
    );
    const wanted = [webhook("Order created", "missing")];
    expect(judge({ wanted, troubles: caused("missing") }).sentence).toBe(
      "Your webhook needs attention: Order created is missing.",
    );
  });

  test.each([
    [["off_by_bigcommerce"], "losing", "1 of 3 webhooks needs attention: A is turned off."],
    [
      ["off_by_bigcommerce", "missing"],
      "losing",
      "2 of 3 webhooks need attention: A is turned off, B is missing.",
    ],
    [["doubled"], "attention", "1 of 3 webhooks needs attention: A arrives twice."],
    [
      ["missing", "doubled", "wrong_address"],
      "losing",
      "3 of 3 webhooks need attention: A is missing, B arrives twice, and 1 more.",
    ],
  ] as const)("what needs somebody is named: %s", (verdicts, state, sentence) => {
    const wanted = ["A", "B", "C"].map((title, index) => webhook(title, verdicts[index]));
    expect(judge({ wanted, troubles: caused(...verdicts) })).toEqual({ state, sentence });
  });

  test.each(VERDICTS.filter((verdict) => SEVERITY_OF[verdict] === "lost"))("%s has words", (verdict) => {
    const wanted = [webhook("A", verdict), webhook("B")];
    const { sentence } = judge({ wanted, troubles: caused("missing") });
    expect(sentence).toMatch(/^1 of 2 webhooks needs attention: A (?!needs).+\.$/);
  });

  test("a check that failed says what BigCommerce answered, the next try and the last event, and promises nothing", () => {
    const list = { checkFailure };
    const failed =
      "BigCommerce returned an error (500). We'll try again at 3:10 PM. Last event: 3 minutes ago.";
    expect(judge({ list, troubles: caused("check_failed") })).toEqual({ state: "waiting", sentence: failed });
    const wanted = [webhook("A", "missing"), webhook("B")];
    expect(judge({ list, wanted, troubles: caused("check_failed", "missing") })).toEqual({
      state: "losing",
      sentence: `1 of 2 webhooks needs attention: A is missing. ${failed}`,
    });
  });

  test("a pause is waited for, and needs nobody", () => {
    const wanted = [webhook("A", "blocked", "2026-08-20T15:03:00.000Z"), webhook("B")];
    expect(judge({ wanted, troubles: caused("blocked") })).toEqual({
      state: "waiting",
      sentence: "BigCommerce paused deliveries until 3:03 PM. Last event: 3 minutes ago.",
    });
  });

  test("a pause is told beside what was refused before it", () => {
    const wanted = [webhook("A", "blocked", "2026-08-20T15:03:00.000Z")];
    expect(judge({ wanted, troubles: caused("blocked", "refusing") })).toEqual({
      state: "losing",
      sentence:
        "We couldn't accept the latest events, and none has arrived since. BigCommerce paused deliveries until 3:03 PM.",
    });
  });

  test("nothing on, a first check, a refusal, and an app that has to be accepted again", () => {
    expect(judge({ wanted: [] }).state).toBe("nothing_on");
    expect(judge({ wanted: [{ ...webhook("A", "starting"), hook: null }] }).state).toBe("checking");
    expect(judge({ troubles: caused("refusing") })).toEqual({
      state: "losing",
      sentence: "We couldn't accept the latest events, and none has arrived since.",
    });
    expect(judge({ troubles: caused("needs_reauthorisation") })).toEqual({
      state: "attention",
      sentence: "Reopen the app and select Confirm. Until then we can't check or fix webhooks.",
    });
  });
});
