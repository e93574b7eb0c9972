import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { SubscriptionView } from "#lib/contract/subscriptions.ts";
import { needsSomeone, type Severity } from "#lib/contract/values/verdicts.ts";
import { chooseHook, reaches } from "#lib/features/subscriptions/plan.ts";
import type { KnownHook } from "#lib/features/subscriptions/records.ts";
import { stateBadge } from "#lib/messages/en/overview.ts";
import { TODO_BANNER } from "#lib/messages/en/states.ts";
import { healthBadge } from "#lib/messages/en/verdicts.ts";
import { HOUR_MS } from "#lib/time.ts";
import { type DrawnStore, drawnStore, NOW, OURS, shownOf } from "#tests/support/drawn-store.ts";

/** States of a store that are drawn: enough to meet each pair of faults, and quick enough for every run. */
const STORES = 2_000;

type Shown = ReturnType<typeof shownOf>;

/** What a sentence may be held to: the store, the row that it stands in where there is one, and what its pattern caught. */
interface Held {
  drawn: DrawnStore;
  shown: Shown;
  row: SubscriptionView | null;
  caught: readonly string[];
}

const hookOf = ({ drawn, row }: Held): KnownHook | undefined =>
  chooseHook(
    drawn.facts.hooks.filter(({ scope, isOurs }) => isOurs && scope === row?.scope),
    OURS,
  );
const isOn = (hook: KnownHook | undefined) => hook?.isActive === true && reaches(hook, OURS);
const always = () => true;
const status = ({ drawn }: Held) => drawn.facts.store.checkFailureStatus;
const hasFailed = ({ drawn }: Held) => drawn.facts.store.checkFailure !== null;
const isPaused = ({ drawn, shown, caught }: Held) =>
  [drawn.facts.store.blockedDomains].flat().some((each) => {
    // Cast: drawn as it is stored.
    const { until } = each as { until: string };
    return Date.parse(until) > NOW.getTime() && shown.clock.time(new Date(until)) === caught[0];
  });

/** Every sentence that may be said, each with when. What is in no line may not be said at all. */
const MAY_BE_SAID: readonly (readonly [RegExp, (held: Held) => boolean])[] = [
  // Of one webhook, in its row and in "To do".
  [
    /^We're rejecting these events because the secret doesn't match\.$/,
    (held) => isOn(hookOf(held)) && hookOf(held)?.hasOtherSecret === true,
  ],
  [
    /^Fix it by (.+) and BigCommerce resends them\.$/,
    (held) => {
      const until = (hookOf(held)?.updatedAt.getTime() ?? 0) + 48 * HOUR_MS;
      return until > NOW.getTime() && held.shown.clock.moment(new Date(until)) === held.caught[0];
    },
  ],
  [
    /^BigCommerce resends each one for up to 48 hours\.$/,
    (held) => hookOf(held)?.hasOtherSecret === true || held.row === null,
  ],
  [
    /^We reject these events until it's fixed\.$/,
    ({ shown }) =>
      shown.rows.some(({ health }) => health.verdict === "wrong_secret" && health.severity === "lost"),
  ],
  [
    /^BigCommerce sends these events without the store's secret\.$/,
    (held) => isOn(hookOf(held)) && !hookOf(held)?.hasOtherSecret,
  ],
  [/^We accept (them|these events) only if they're signed\.$/, always],
  [
    /^BigCommerce sends these events to a different address\.$/,
    (held) => hookOf(held)?.isActive === true && !isOn(hookOf(held)),
  ],
  [/^BigCommerce no longer has this webhook\.$/, (held) => hookOf(held) === undefined],
  [/^BigCommerce doesn't have this webhook yet\.$/, (held) => hookOf(held) === undefined],
  [
    /^BigCommerce does not accept a webhook of this event type\.$/,
    ({ drawn }) => drawn.facts.subscriptions.some(({ failure }) => failure === "BIGCOMMERCE_REFUSED"),
  ],
  [
    /^BigCommerce allows an app 10 webhooks of one event type\.$/,
    ({ drawn }) => drawn.facts.subscriptions.some(({ failure }) => failure === "HOOK_LIMIT_REACHED"),
  ],
  [
    /^BigCommerce has (\d+) webhooks for this event type\.$/,
    ({ drawn, row, caught }) =>
      drawn.facts.hooks.filter(({ scope, isOurs }) => isOurs && scope === row?.scope).length >=
      Number(caught[0]),
  ],
  [
    /^(“.+” (brings these events too, and no one turned it on here|already includes these events)|Each event arrives (twice|more than once)|Each one arrives twice)\.$/,
    ({ row, shown }) => (row ? [row] : shown.rows).some(({ health }) => health.severity === "risk"),
  ],
  [
    /^BigCommerce turned this off on .+ (and doesn't say why|probably because .+)\.$/,
    (held) =>
      (hookOf(held)?.isActive === false && hookOf(held)?.status === "deactivated") ||
      hookOf(held)?.status === "active",
  ],
  [
    /^Turned off on .+, probably by a person or another tool\.$/,
    (held) => hookOf(held)?.isActive === false && hookOf(held)?.status === "inactive",
  ],
  [
    /^Turned off at BigCommerce on .+\.$/,
    (held) => hookOf(held)?.isActive === false && hookOf(held)?.status === null,
  ],
  [/^We don't know why\.$/, (held) => hookOf(held)?.status === null],
  [/^No event since .+\.$/, (held) => isOn(hookOf(held))],
  [/^BigCommerce may turn this off (soon|on .+)\.$/, (held) => isOn(hookOf(held))],
  [/^We'll renew it first\.$/, ({ row }) => row?.health.isLeftToYou !== true],
  [/^The first events can take a minute\.$/, (held) => isOn(hookOf(held))],
  [/^On since .+\.$/, (held) => isOn(hookOf(held))],
  [/^No event of this type has arrived yet\.$/, ({ row }) => row?.lastEventAt === null],
  [/^We're turning this on at BigCommerce\.$/, (held) => hookOf(held) === undefined],
  [
    /^We can't check this webhook until you reopen the app and confirm\.$/,
    ({ drawn }) => drawn.facts.store.needsReauthorisation,
  ],
  [
    /^Automatic repair is off\.$/,
    ({ drawn, row }) =>
      drawn.facts.store.isTellingOnly ||
      row === null ||
      drawn.facts.subscriptions.some(({ scope, isTellingOnly }) => scope === row.scope && isTellingOnly),
  ],
  [/^We fixed this \d times in a day and it broke again\.$/, always],
  [/^We'll try (again|to fix this) after .+\.$/, always],
  // Of the store.
  [/^No event types are on, so no events arrive\.$/, ({ shown }) => shown.rows.length === 0],
  [
    /^We're comparing your webhooks with BigCommerce\.$/,
    ({ shown }) => shown.rows.some(({ hook }) => hook === null),
  ],
  [
    /^(All (\d+) webhooks are|Your webhook is) on\.$/,
    ({ shown, drawn }) => shown.rows.every((row) => isOn(hookOf({ drawn, shown, row, caught: [] }))),
  ],
  [/^Last event: (.+)\.$/, ({ drawn, row }) => (row ? row.lastEventAt !== null : drawn.latestAt !== null)],
  [/^No event has arrived yet\.$/, ({ drawn }) => drawn.latestAt === null],
  [/^Reopen (it|the app) and select Confirm\.$/, ({ drawn }) => drawn.facts.store.needsReauthorisation],
  [/^Until then we can't check or fix webhooks\.$/, ({ drawn }) => drawn.facts.store.needsReauthorisation],
  [/^Reauthorize the app$/, ({ drawn }) => drawn.facts.store.needsReauthorisation],
  [/^BigCommerce paused deliveries until (.+?)\.?$/, isPaused],
  [/^It usually sends the waiting events after that\.$/, always],
  [
    /^You don't need to do anything\.$/,
    ({ shown }) => shown.rows.some(({ health }) => health.verdict === "blocked"),
  ],
  [/^BigCommerce usually sends the waiting events after the pause\.$/, always],
  [/^BigCommerce returned an error \((\d+)\)\.?$/, (held) => String(status(held)) === held.caught[0]],
  [/^BigCommerce says this store is unavailable \(503\)\.$/, (held) => status(held) === 503],
  [/^It may be suspended or in maintenance\.?$/, (held) => status(held) === 503],
  [/^BigCommerce isn't responding\.?$/, (held) => hasFailed(held) && status(held) === null],
  [
    /^(Your store's API limit is reached|Try again in a moment|We couldn't read BigCommerce's answer|BigCommerce can't find this store|It may be closed)\.?$/,
    hasFailed,
  ],
  [/^We can't check or change webhooks right now\.$/, hasFailed],
  [
    /^We'll try again at (.+)\.$/,
    ({ drawn, shown, caught }) => {
      const at = drawn.facts.nextCheckAt;
      return at !== null && at > NOW && shown.clock.time(at) === caught[0];
    },
  ],
  [
    /^We're trying again now\.$/,
    ({ drawn }) => drawn.facts.nextCheckAt !== null && drawn.facts.nextCheckAt <= NOW,
  ],
  [
    /^We couldn't accept the latest events, and none has arrived since\.?$/,
    ({ drawn }) => drawn.rejections.some(({ lastAt }) => lastAt > (drawn.latestAt ?? new Date(0))),
  ],
  [/^BigCommerce resends each event for up to 48 hours\.$/, always],
  [/^If this lasts, contact support\.$/, always],
  [
    /^(\d+) of (\d+) webhooks needs? attention: .+\.$/,
    ({ shown, caught }) =>
      Number(caught[0]) === needy(shown).length && Number(caught[1]) === shown.rows.length,
  ],
  [
    /^Your webhook needs attention: .+\.$/,
    ({ shown }) => needy(shown).length === 1 && shown.rows.length === 1,
  ],
  // Of destinations.
  [/^A destination needs your attention\.$/, ({ shown }) => shown.card.needing.length > 0],
  [
    /^A destination isn't taking events right now\.?$/,
    ({ drawn }) => drawn.destinations.some(({ trouble }) => trouble === "destination_retrying"),
  ],
  [
    /^(A destination isn't taking events|Its events wait until it answers, and we keep trying\.)$/,
    ({ drawn }) => drawn.destinations.some(({ trouble }) => trouble === "destination_ill"),
  ],
  [
    /^Its events wait, and we keep trying\.$/,
    ({ drawn }) => drawn.destinations.some(({ trouble }) => trouble === "destination_retrying"),
  ],
  [
    /^(We turned off a destination|Its events are kept\.|Fix the cause, then turn the destination on again\.)$/,
    ({ drawn }) => drawn.destinations.some(({ trouble }) => trouble === "destination_off"),
  ],
  [
    /^(Some events didn't reach a destination|We've stopped trying\.|Send the events again, or skip them\.)$/,
    ({ drawn }) => drawn.destinations.some(({ trouble }) => trouble === "deliveries_failed"),
  ],
  // Rows of "To do": how many webhooks each is about is held to the rows below.
  [
    /^(\d+) (?:webhooks?|event types?) (?:was|were|is|are|goes|go|uses|use|doesn't|don't|exists?|hasn't|haven't|arrives?) .+$/,
    always,
  ],
  [/^BigCommerce refuses (\d+) webhooks?: it allows 10 of one event type$/, always],
  [
    /^You aren't getting these events\.$/,
    ({ shown }) => shown.todo.alerts.some(({ severity }) => severity === "lost"),
  ],
  [/^Remove webhooks of this event type that no one needs\.$/, always],
  [
    /^Another type that is on already includes these events\.$/,
    ({ shown }) => shown.rows.some(({ health }) => health.verdict === "overlaps_wildcard"),
  ],
  [/^BigCommerce turns off webhooks that send nothing for 90 days\.$/, always],
  [/^(\d+) events? couldn't be accepted (at|between) .+\.$/, ({ drawn }) => drawn.rejections.length > 0],
  [
    /^Events arrive again\.$/,
    ({ drawn }) =>
      drawn.rejections.every(
        ({ reason, lastAt }) => reason === "no_proof" || (drawn.latestAt !== null && lastAt < drawn.latestAt),
      ),
  ],
  [/^BigCommerce resends each rejected one for up to 48 hours\.$/, always],
];

/** Promises that nobody can keep. */
const NEVER = /still arrive|nothing is lost|every minute|switched|goes on|without the agreed/i;

const needy = ({ rows }: Shown) => rows.filter(({ health }) => needsSomeone(health));
const sentencesOf = (text: string) =>
  text
    .split(/(?<=[.])\s+(?=[A-Z“])/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== "");

/** Every text that is shown, with the row that it is about where it is about one. */
function textsOf({ overview, todo, rows }: Shown): [string, SubscriptionView | null][] {
  const byScope = new Map(rows.map((row) => [row.scope, row]));
  return [
    [overview.sentence, null],
    ...overview.recent.map(({ sentence }): [string, null] => [sentence, null]),
    ...rows.map((row): [string, SubscriptionView] => [row.health.sentence, row]),
    ...todo.alerts.flatMap(({ sentence, help, webhooks }): [string, SubscriptionView | null][] => [
      [sentence, null],
      [help, webhooks.length > 0 ? (byScope.get(webhooks[0]?.scope ?? "") ?? null) : null],
    ]),
  ];
}

const VARIANT_OF: Readonly<Record<Severity, string>> = { lost: "danger", risk: "warning", wait: "secondary" };

describe(`in ${STORES} states of a store`, () => {
  test("no sentence is said that its table does not allow", () => {
    fc.assert(
      fc.property(drawnStore, (drawn) => {
        const shown = shownOf(drawn);
        for (const [text, row] of textsOf(shown)) {
          expect(text).not.toMatch(NEVER);
          for (const sentence of sentencesOf(text)) {
            const lines = MAY_BE_SAID.filter(([pattern]) => pattern.test(sentence));
            expect(lines.length, `nobody allows "${sentence}"`).toBeGreaterThan(0);
            const isAllowed = lines.some(([pattern, allows]) =>
              allows({ drawn, shown, row, caught: pattern.exec(sentence)?.slice(1) ?? [] }),
            );
            expect(isAllowed, `"${sentence}" is not true`).toBe(true);
          }
        }
      }),
      { numRuns: STORES },
    );
  });

  test("no two places of the screens disagree", () => {
    fc.assert(
      fc.property(drawnStore, (drawn) => {
        const shown = shownOf(drawn);
        const { overview, todo, rows } = shown;
        const severities = new Set<Severity>(todo.alerts.map(({ severity }) => severity));
        const gravest = (["lost", "risk", "wait"] as const).find((severity) => severities.has(severity));
        // The sentence's state, its badge's color and what there is to do are of one kind.
        if (gravest)
          expect(overview.state).toBe({ lost: "losing", risk: "attention", wait: "waiting" }[gravest]);
        else expect(["good", "first_event", "checking", "nothing_on"]).toContain(overview.state);
        const badge = stateBadge(overview);
        if (gravest) expect(badge.variant).toBe(VARIANT_OF[gravest]);
        const toDo = todo.alerts.filter(({ severity }) => severity !== "wait");
        if (toDo.length > 0) expect(badge.label).toBe(`${toDo.length} to do`);
        // The tab counts what nobody has seen of it, and the banner names it.
        expect(todo.unseen).toBeLessThanOrEqual(toDo.length);
        expect(TODO_BANNER.title(toDo.length)).toContain(String(toDo.length));
        // Each webhook that needs somebody stands in one row of "To do", and each that is named there says the same in its own.
        const named = todo.alerts.flatMap(({ severity, webhooks }) =>
          webhooks.map(({ scope }) => ({ scope, severity })),
        );
        expect(new Set(named.map(({ scope }) => scope)).size).toBe(named.length);
        const asked = named.filter(({ severity }) => severity !== "wait").map(({ scope }) => scope);
        if (!drawn.facts.store.needsReauthorisation)
          expect(asked.toSorted()).toEqual(
            needy(shown)
              .map(({ scope }) => scope)
              .toSorted(),
          );
        for (const { scope, severity } of named) {
          const row = rows.find((each) => each.scope === scope);
          expect(row?.health.severity).toBe(severity);
          expect(row && healthBadge(row.health).variant).toBe(VARIANT_OF[severity]);
        }
        // The card of destinations calls none well that is wrong, and asks for no one where all is called good.
        const ill = new Set(drawn.destinations.map(({ id }) => id));
        expect(shown.card.working).toBe(2 - ill.size);
        if (overview.state === "good") expect(ill.size).toBe(0);
        if (shown.card.needing.length > 0) expect(["losing", "attention"]).toContain(overview.state);
        // Where the app has to be accepted again, that is the one thing to do about webhooks.
        if (drawn.facts.store.needsReauthorisation && rows.length > 0) {
          expect(named).toEqual([]);
          expect(todo.alerts.map(({ cause }) => cause)).toContain("needs_reauthorisation");
        }
      }),
      { numRuns: STORES },
    );
  });
});
