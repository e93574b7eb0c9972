import { describe, expect, test } from "vitest";
import { NEEDS_ATTENTION } from "#lib/contract/values/verdicts.ts";
import type { Verdict } from "#lib/contract/subscriptions.ts";
import { storeVerdict, type StoreVerdictFacts } from "./store-verdict.ts";

const NOW = new Date("2026-08-20T15:00:00Z");
const minutesAgo = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000);
const webhook = (title: string, verdict: Verdict = "receiving") => ({
  title,
  health: { verdict, sentence: "", remedy: null, since: null },
});
const twelve = Array.from({ length: 12 }, (_, index) => webhook(`Type ${index}`));
const checkFailure = {
  code: "BIGCOMMERCE_UNREACHABLE",
  sentence: "BigCommerce takes longer than usual to answer.",
};

const judge = (given: Partial<StoreVerdictFacts> = {}, list: Partial<StoreVerdictFacts["list"]> = {}) =>
  storeVerdict(
    {
      list: { checkedAt: minutesAgo(25).toISOString(), checkFailure: null, isChecking: false, ...list },
      wanted: twelve,
      received24h: 3,
      lastEventAt: minutesAgo(3),
      isRefusing: false,
      ...given,
    },
    NOW,
  );

describe("a store's verdict in one sentence", () => {
  test.each([
    [minutesAgo(-1), "All 12 webhooks are on; the last event came less than a minute ago."],
    [minutesAgo(1), "All 12 webhooks are on; the last event came 1 minute ago."],
    [minutesAgo(3), "All 12 webhooks are on; the last event came 3 minutes ago."],
    [minutesAgo(125), "All 12 webhooks are on; the last event came 2 hours ago."],
    [minutesAgo(3_000), "All 12 webhooks are on; the last event came 2 days ago."],
    [null, "All 12 webhooks are on; no event has come yet."],
  ])("all good, with the last event of %s", (lastEventAt, sentence) => {
    expect(judge({ lastEventAt })).toEqual({ state: "good", sentence });
  });

  test("of one webhook alone", () => {
    expect(judge({ wanted: [webhook("Order created")] }).sentence).toBe(
      "Your webhook is on; the last event came 3 minutes ago.",
    );
    expect(judge({ wanted: [webhook("Order created", "missing")] }).sentence).toBe(
      "Your webhook needs you: Order created is missing.",
    );
  });

  test.each([
    [["off_by_bigcommerce"], "1 of 3 needs you: A is switched off."],
    [["off_by_bigcommerce", "missing"], "2 of 3 need you: A is switched off, B is missing."],
    [
      ["blocked", "doubled", "missing"],
      "3 of 3 need you: A is paused by BigCommerce, B comes twice, and 1 more.",
    ],
  ] as const)("what needs somebody is named: %s", (verdicts, sentence) => {
    const wanted = ["A", "B", "C"].map((title, index) => webhook(title, verdicts[index]));
    expect(judge({ wanted })).toEqual({ state: "attention", sentence });
  });

  test.each([...NEEDS_ATTENTION])("%s has words", (verdict) => {
    const { sentence } = judge({ wanted: [webhook("A", verdict), webhook("B")] });
    expect(sentence).toMatch(/^(1 of 2 needs you: A .+|The store has to accept this app again\..+)\.$/);
    expect(sentence).not.toContain(verdict === "needs_reauthorisation" ? "A " : "needs access");
  });

  test("what was last seen says how old it is while BigCommerce does not answer", () => {
    const wanted = [webhook("A", "missing"), webhook("B")];
    const age = "BigCommerce takes longer than usual to answer. This is as of 25 minutes ago.";
    expect(judge({ wanted }, { checkFailure }).sentence).toBe(`1 of 2 needs you: A is missing. ${age}`);
    expect(judge({}, { checkFailure })).toEqual({
      state: "attention",
      sentence: `Events arrive, but the last check failed. ${age}`,
    });
    expect(judge({ received24h: 0 }, { checkFailure })).toEqual({
      state: "not_receiving",
      sentence: `No events in the last 24 hours. ${age}`,
    });
    expect(judge({ received24h: 0 }, { checkFailure, checkedAt: null }).sentence).toBe(
      "No events in the last 24 hours. BigCommerce takes longer than usual to answer.",
    );
  });

  test("nothing on, a first check, and a refusal", () => {
    expect(judge({ wanted: [] }).state).toBe("nothing_on");
    expect(judge({}, { checkedAt: null, isChecking: true }).state).toBe("checking");
    expect(judge({ isRefusing: true })).toEqual({
      state: "attention",
      sentence: "The last delivery was refused, and no event has arrived since.",
    });
  });
});
