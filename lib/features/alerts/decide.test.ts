import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ALERT_CAUSES, type AlertCause, type TodoCause } from "#lib/contract/values/alerts.ts";
import { STORE_CAUSES, type Troubles } from "./causes.ts";
import { decide, QUIET_MS, REMIND_MS, type AlertMemory, type Decision, type OpenAlert } from "./decide.ts";

const NOW = new Date("2026-08-20T12:00:00Z");
const later = (ms: number) => new Date(NOW.getTime() + ms);
const everything = () => true;

function troubles(causes: Partial<Record<AlertCause, string[]>>, isKnown = true): Troubles {
  // Cast: the keys are those of the record above.
  const entries = Object.entries(causes) as [AlertCause, string[]][];
  return { causes: new Map(entries), unwell: new Set(entries.flatMap(([, scopes]) => scopes)), isKnown };
}

/** A store's memory that follows the decisions, as the tables do. */
class Memory implements AlertMemory {
  open: OpenAlert[] = [];
  readonly lastToldAt = new Map<AlertCause, Date>();

  follow(decisions: readonly Decision[], now: Date): void {
    for (const { cause, action, scopes, tells } of decisions) {
      const before = this.open.find((each) => each.cause === cause);
      this.open = this.open.filter((each) => each.cause !== cause);
      const isTold = tells === "alert" || tells === "reminder";
      if (isTold) this.lastToldAt.set(cause, now);
      if (action === "close") continue;
      this.open.push({
        cause,
        scopes,
        toldAt: isTold ? now : (before?.toldAt ?? null),
        acknowledgedAt: before?.acknowledgedAt ?? null,
      });
    }
  }

  check(found: Troubles, now: Date, isTold: (cause: AlertCause) => boolean = everything): Decision[] {
    const decisions = decide(found, this, isTold, now);
    this.follow(decisions, now);
    return decisions;
  }
}

const words = (decisions: readonly Decision[]) =>
  decisions.map(({ cause, action, tells }) => `${action} ${cause}${tells ? `, ${tells}` : ""}`);

describe("an alert", () => {
  test("is one for all webhooks of a cause, and one for each cause", () => {
    const decisions = new Memory().check(troubles({ missing: ["a", "b", "c"], blocked: ["d"] }), NOW);
    expect(words(decisions)).toEqual(["open missing, alert", "open blocked, alert"]);
    expect(decisions[0]?.scopes).toEqual(["a", "b", "c"]);
  });

  test("grows without another word, and is over when the last webhook is well", () => {
    const memory = new Memory();
    memory.check(troubles({ missing: ["a"] }), NOW);
    expect(words(memory.check(troubles({ missing: ["a", "b"] }), later(1)))).toEqual(["keep missing"]);
    expect(memory.open[0]?.scopes).toEqual(["a", "b"]);
    expect(words(memory.check(troubles({ missing: ["b"] }), later(2)))).toEqual(["keep missing"]);
    expect(words(memory.check(troubles({}), later(3)))).toEqual(["close missing, recovery"]);
    expect(memory.check(troubles({}), later(4))).toEqual([]);
  });

  test("is not over while another cause hides it", () => {
    const memory = new Memory();
    memory.check(troubles({ off_by_bigcommerce: ["a", "b"] }), NOW);
    const hidden = memory.check(troubles({ wrong_address: ["a"] }), later(1));
    expect(words(hidden)).toEqual(["keep off_by_bigcommerce", "open wrong_address, alert"]);
    expect(words(memory.check(troubles({}), later(2)))).toEqual([
      "close off_by_bigcommerce, recovery",
      "close wrong_address, recovery",
    ]);
  });

  test("about hooks neither begins nor ends by a check that failed", () => {
    const memory = new Memory();
    memory.check(troubles({ missing: ["a"] }), NOW);
    const blind = troubles({ needs_reauthorisation: [], doubled: ["b"] }, false);
    expect(words(memory.check(blind, later(1)))).toEqual([
      "keep missing",
      "open needs_reauthorisation, alert",
    ]);
    expect(words(memory.check(troubles({}), later(2)))).toEqual([
      "close missing, recovery",
      "close needs_reauthorisation, recovery",
    ]);
  });

  test("that comes back within six hours is open in the app, and told once they are over", () => {
    const memory = new Memory();
    memory.check(troubles({ blocked: ["a"] }), NOW);
    memory.check(troubles({}), later(1_000));
    expect(words(memory.check(troubles({ blocked: ["a"] }), later(2_000)))).toEqual(["open blocked"]);
    expect(words(memory.check(troubles({ blocked: ["a"] }), later(QUIET_MS - 1)))).toEqual(["keep blocked"]);
    expect(words(memory.check(troubles({ blocked: ["a"] }), later(QUIET_MS)))).toEqual([
      "keep blocked, alert",
    ]);
  });

  test("that was not told ends without a word", () => {
    const memory = new Memory();
    memory.check(troubles({ blocked: ["a"] }), NOW);
    memory.check(troubles({}), later(1));
    memory.check(troubles({ blocked: ["a"] }), later(2));
    expect(words(memory.check(troubles({}), later(3)))).toEqual(["close blocked"]);
  });

  test("is told again after a day, unless somebody acknowledged it", () => {
    const memory = new Memory();
    const missing = troubles({ missing: ["a"] });
    memory.check(missing, NOW);
    expect(words(memory.check(missing, later(REMIND_MS - 1)))).toEqual(["keep missing"]);
    expect(words(memory.check(missing, later(REMIND_MS)))).toEqual(["keep missing, reminder"]);
    memory.open = memory.open.map((alert) => ({ ...alert, acknowledgedAt: later(REMIND_MS + 1) }));
    expect(words(memory.check(missing, later(3 * REMIND_MS)))).toEqual(["keep missing"]);
    expect(words(memory.check(troubles({}), later(3 * REMIND_MS + 1)))).toEqual(["close missing, recovery"]);
  });

  test("that nobody wants to hear of is open in the app alone, and told once somebody does", () => {
    const memory = new Memory();
    const missing = troubles({ missing: ["a"] });
    expect(words(memory.check(missing, NOW, () => false))).toEqual(["open missing"]);
    expect(words(memory.check(missing, later(1)))).toEqual(["keep missing, alert"]);
  });
});

describe("whatever happens", () => {
  const scopes = ["a", "b", "c"];
  const check = fc.record({
    afterMs: fc.oneof(fc.integer({ min: 1, max: 120_000 }), fc.integer({ min: 1, max: 2 * REMIND_MS })),
    // Each webhook has one cause at most, as verdicts have.
    verdicts: fc.array(fc.option(fc.constantFrom("missing", "blocked", "doubled" as const), { freq: 1 }), {
      minLength: scopes.length,
      maxLength: scopes.length,
    }),
    storeCauses: fc.subarray([...STORE_CAUSES]),
    isKnown: fc.boolean(),
    acknowledges: fc.boolean(),
  });

  /** Every word that was told of each cause, over a history of checks that ends with all well. */
  function history(checks: readonly (typeof check extends fc.Arbitrary<infer Check> ? Check : never)[]) {
    const memory = new Memory();
    const told = new Map<AlertCause, { tells: string; at: number }[]>(
      ALERT_CAUSES.map((cause) => [cause, []]),
    );
    let at = NOW.getTime();
    const note = (found: Troubles) => {
      for (const { cause, tells } of memory.check(found, new Date(at))) {
        if (tells) told.get(cause)?.push({ tells, at });
      }
      const causes = memory.open.map(({ cause }) => cause);
      expect(new Set(causes).size).toBe(causes.length);
    };
    for (const { afterMs, verdicts, storeCauses, isKnown, acknowledges } of checks) {
      at += afterMs;
      const causes = new Map<TodoCause, string[]>(storeCauses.map((cause) => [cause, []]));
      verdicts.forEach((cause, index) => {
        if (cause) causes.set(cause, [...(causes.get(cause) ?? []), scopes[index] ?? ""]);
      });
      note({ causes, unwell: new Set(scopes.filter((_, index) => verdicts[index])), isKnown });
      if (acknowledges)
        memory.open = memory.open.map((alert) => ({ ...alert, acknowledgedAt: new Date(at) }));
    }
    at += 1;
    note(troubles({}));
    expect(memory.open).toEqual([]);
    return [...told.values()];
  }

  test("no cause is told twice within six hours", () => {
    fc.assert(
      fc.property(fc.array(check, { maxLength: 60 }), (checks) => {
        for (const messages of history(checks)) {
          const alerts = messages.filter(({ tells }) => tells !== "recovery");
          alerts.slice(1).forEach(({ at }, index) => {
            expect(at - (alerts[index]?.at ?? 0)).toBeGreaterThanOrEqual(QUIET_MS);
          });
        }
      }),
    );
  });

  test("every alert that was told is followed by its recovery, and no recovery comes by itself", () => {
    fc.assert(
      fc.property(fc.array(check, { maxLength: 60 }), (checks) => {
        for (const messages of history(checks)) {
          const line = messages.map(({ tells }) => tells).join(" ");
          expect(line).toMatch(/^(?:alert(?: reminder)* recovery ?)*$/);
        }
      }),
    );
  });
});
