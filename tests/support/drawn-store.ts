import fc from "fast-check";
import { troublesOf } from "#lib/features/alerts/causes.ts";
import type { TodoCause } from "#lib/contract/values/alerts.ts";
import { todoRows, unseenCount } from "#lib/features/alerts/todo.ts";
import { storeClock } from "#lib/features/subscriptions/store-clock.ts";
import type { KnownHook, Subscription } from "#lib/features/subscriptions/records.ts";
import { type ListFacts, listView } from "#lib/features/subscriptions/view.ts";
import { HookId } from "#lib/ids.ts";
import { standingOf } from "#components/overview/destinations-standing.ts";
import { overviewView } from "#lib/screens/overview/view.ts";
import {
  DESTINATION_TROUBLES,
  type TroubledDestination,
} from "#lib/features/destinations/troubles.records.ts";
import { HOUR_MS, MINUTE_MS } from "#lib/time.ts";

export const NOW = new Date("2026-08-20T15:56:12Z");
export const OURS = "https://keeper.example.com/api/webhooks/abc123";
const SCOPES = [
  "store/order/*",
  "store/order/created",
  "store/order/updated",
  "store/cart/created",
  "store/product/updated",
];
const ago = (ms: number) => new Date(NOW.getTime() - ms);

/** How long ago something was: moments, hours, days or months. */
const age = fc
  .oneof(
    fc.integer({ min: 0, max: 10 * MINUTE_MS }),
    fc.integer({ min: 0, max: 60 * HOUR_MS }),
    fc.integer({ min: 0, max: 120 * 24 * HOUR_MS }),
  )
  .map(ago);

const hook = (scope: string) =>
  fc
    .record({
      id: fc.integer({ min: 1, max: 1_000_000 }),
      receiverUrl: fc.constantFrom(OURS, OURS, OURS, "https://elsewhere.example.com/hook"),
      isActive: fc.constantFrom(true, true, true, false),
      status: fc.constantFrom("active", "inactive", "deactivated", null),
      secret: fc.constantFrom("right", "right", "right", "previous", "other", "none"),
      isOurs: fc.constantFrom(true, true, true, false),
      createdAt: age,
      updatedAt: age,
      renewedAt: fc.option(age),
    })
    .map(({ id, secret, ...rest }): KnownHook => ({
      ...rest,
      id: HookId.parse(id),
      scope,
      hasRightSecret: secret === "right",
      hasPreviousSecret: secret === "previous",
      hasOtherSecret: secret === "other",
    }));

const subscription = (scope: string) =>
  fc
    .record({
      isWanted: fc.constantFrom(true, true, true, false),
      changedAt: age,
      failure: fc.constantFrom(null, null, null, "BIGCOMMERCE_REFUSED", "HOOK_LIMIT_REACHED"),
      isTellingOnly: fc.boolean(),
      hadHook: fc.boolean(),
      mendedAt: fc.array(age, { maxLength: 3 }),
    })
    .map((rest): Subscription => ({
      ...rest,
      storeHash: "abc123",
      scope,
      changedBy: "ana@example.com",
      failedAt: null,
      brokenSince: null,
      mendedFor: OURS,
    }));

const failed = fc.constantFrom(
  { checkFailure: null, checkFailureStatus: null },
  { checkFailure: null, checkFailureStatus: null },
  { checkFailure: "BIGCOMMERCE_UNREACHABLE", checkFailureStatus: 500 },
  { checkFailure: "BIGCOMMERCE_UNREACHABLE", checkFailureStatus: 503 },
  { checkFailure: "BIGCOMMERCE_UNREACHABLE", checkFailureStatus: null },
  { checkFailure: "BIGCOMMERCE_RATE_LIMITED", checkFailureStatus: null },
  { checkFailure: "BIGCOMMERCE_UNREADABLE", checkFailureStatus: null },
  { checkFailure: "STORE_NOT_FOUND", checkFailureStatus: null },
);

const rejection = fc.record({
  reason: fc.constantFrom("wrong_signature", "wrong_secret", "no_proof", "not_committed"),
  count: fc.integer({ min: 1, max: 50 }),
  firstAt: age,
  lastAt: age,
});

/** Two destinations, each with what may be wrong with it. */
const troubled = fc
  .tuple(
    ...["Slack", "Warehouse"].map((name) =>
      fc
        .subarray([...DESTINATION_TROUBLES])
        .map((troubles) => troubles.map((trouble): TroubledDestination => ({ id: name, name, trouble }))),
    ),
  )
  .map((each) => each.flat());

/** What may be known of a store, drawn at random. */
export const drawnStore = fc
  .record({
    subscriptions: fc.tuple(...SCOPES.map((scope) => fc.option(subscription(scope)))),
    hooks: fc.tuple(...SCOPES.map((scope) => fc.array(hook(scope), { maxLength: 2 }))),
    lastEvents: fc.tuple(...SCOPES.map(() => fc.option(age))),
    store: fc.record({
      installedAt: age,
      checkedAt: fc.option(age, { freq: 8 }),
      needsReauthorisation: fc.constantFrom(false, false, false, true),
      isTellingOnly: fc.boolean(),
      // One in `freq` is null: of those that are not, a few are over.
      pausedForMs: fc.option(fc.integer({ min: -MINUTE_MS, max: 5 * MINUTE_MS }), { freq: 3 }),
    }),
    failed,
    failure: fc.constantFrom(null, "refused", "gave_up"),
    nextCheckInMs: fc.option(fc.integer({ min: -MINUTE_MS, max: HOUR_MS })),
    isCheckRunning: fc.boolean(),
    rejections: fc.uniqueArray(rejection, { maxLength: 3, selector: ({ reason }) => reason }),
    latestAt: fc.option(age, { freq: 4 }),
    destinations: fc.oneof(fc.constant<TroubledDestination[]>([]), troubled),
    alertAges: fc.array(fc.option(age), { minLength: 3, maxLength: 3 }),
  })
  .map(({ subscriptions, hooks, lastEvents, store, failed: failure, ...rest }) => {
    const { pausedForMs, ...ofStore } = store;
    const facts: ListFacts = {
      store: {
        ...ofStore,
        ...failure,
        timezone: "America/Chicago",
        blockedDomains:
          pausedForMs === null
            ? []
            : [{ destination: OURS, until: new Date(NOW.getTime() + pausedForMs).toISOString() }],
        unreadableHooks: 0,
      },
      subscriptions: subscriptions.filter((row) => row !== null),
      hooks: hooks.flat(),
      figures: new Map(
        SCOPES.flatMap((scope, index) => {
          const lastEventAt = lastEvents[index];
          return lastEventAt ? [[scope, { lastEventAt, hourly: [] }] as const] : [];
        }),
      ),
      receiverUrl: OURS,
      isCheckRunning: rest.isCheckRunning,
      faultBefore: () => null,
      failures: {
        refusals: rest.failure === "refused" ? [{ firstAt: ago(120 * 24 * HOUR_MS), lastAt: NOW }] : [],
        notices: [],
      },
      secretRefusedAt: null,
      nextCheckAt: rest.nextCheckInMs === null ? null : new Date(NOW.getTime() + rest.nextCheckInMs),
    };
    const { rejections, latestAt, alertAges, destinations } = rest;
    return { facts, rejections, latestAt, alertAges, destinations };
  });

export type DrawnStore = typeof drawnStore extends fc.Arbitrary<infer Store> ? Store : never;

/** Everything that a person is shown of a store: what the rows, "To do", the sentence and the counts are made of. */
export function shownOf({ facts, rejections, latestAt, alertAges, destinations }: DrawnStore) {
  const list = listView(facts, NOW);
  const troubles = troublesOf(
    {
      list,
      needsReauthorisation: facts.store.needsReauthorisation,
      installedAt: facts.store.installedAt,
      rejections,
      lastArrivedAt: latestAt,
      destinations,
    },
    NOW,
  );
  const clock = storeClock(facts.store.timezone);
  const causes: TodoCause[] = ["missing", "off_by_bigcommerce", "refusing"];
  const alerts = todoRows({
    troubles,
    list,
    destinations,
    // Some were opened before, some were seen, and some are about what is over.
    alerts: causes.map((cause, index) => ({
      id: BigInt(index + 1),
      cause,
      openedAt: NOW,
      acknowledgedAt: alertAges[index] ?? null,
      acknowledgedBy: null,
    })),
    clock,
  });
  const todo = { alerts, unseen: unseenCount(alerts) };
  const overview = overviewView(
    {
      subscriptions: list,
      hours: [],
      latest: latestAt && {
        id: "1",
        scope: "store/order/created",
        summary: "",
        lastArrivedAt: latestAt.toISOString(),
      },
      troubles,
      todo,
      repairs: [],
      delayMs: null,
      spooled: 0,
      rejections: rejections.map((one) => ({ ...one, last: { headers: [], values: {}, bytes: null } })),
      installedAt: facts.store.installedAt,
      clock,
    },
    NOW,
  );
  const rows = list.groups.flatMap(({ events }) => events).filter(({ wanted }) => wanted);
  const card = standingOf([{ id: "Slack" }, { id: "Warehouse" }], todo.alerts);
  return { list, troubles, todo, overview, rows, clock, card };
}
