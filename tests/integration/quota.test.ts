import { useApp } from "#tests/support/app.ts";
import { afterEach, expect, test } from "vitest";
import { CATALOGUE, STARTER_SCOPES } from "#lib/catalogue/catalogue.ts";
import { scopeForChannel } from "#lib/catalogue/scope.ts";
import { StoreHash } from "#lib/ids.ts";
import { reconcileStore } from "#lib/features/subscriptions/reconcile.ts";
import { currentRun, startRun } from "#lib/features/subscriptions/runs/runs.ts";
import { useDatabase } from "#tests/support/database.ts";
import { runDueJobs } from "#tests/support/jobs.ts";
import { useHooks } from "#tests/support/hooks.ts";

useDatabase();
const app = useApp();
const hooks = useHooks(app);

const ANA = { userId: "7", email: "ana@example.com" };
/** As the smallest plans have it, in windows of 30 seconds. Source: BigCommerce docs, API rate limits. */
const QUOTA = 150;
const ASKED = 190;

afterEach(() => app.control("/settings", { quotaPerWindow: 450 }));

// In real time: what is tried here is how the app keeps within a window that somebody else counts.
test("190 webhooks at a quota of 150 calls are made without a refusal", { timeout: 150_000 }, async () => {
  await app.control("/settings", { quotaPerWindow: QUOTA });
  const store = app.newStore();
  await app.install(store);
  const hash = StoreHash.parse(store.hash);
  await reconcileStore(hash, { by: "keeper", now: new Date() });
  const scopes = CATALOGUE.filter(({ isWildcard }) => !isWildcard)
    .map(({ scope }) => scopeForChannel(scope, "1"))
    .concat(
      CATALOGUE.filter(({ isPerChannel }) => isPerChannel).map(({ scope }) => scopeForChannel(scope, "2")),
    )
    .filter((scope) => !STARTER_SCOPES.includes(scope) && !scope.startsWith("store/hook/"))
    .slice(0, ASKED);
  expect(scopes).toHaveLength(ASKED);

  const statuses: number[] = [];
  const doneAt: number[] = [];
  hooks.after(({ method }, { status }) => {
    statuses.push(status);
    if (method === "POST") doneAt.push(performance.now());
  });
  const from = performance.now();
  await startRun(hash, { kind: "turn_on", scopes }, ANA, new Date());
  await runDueJobs();
  const tookMs = performance.now() - from;

  const { run } = await currentRun(hash, new Date());
  expect(run?.items.filter(({ state }) => state !== "done")).toEqual([]);
  expect(hooks.ours(hash)).toHaveLength(STARTER_SCOPES.length + ASKED);
  expect(statuses.filter((status) => status === 429)).toEqual([]);
  // More calls than one window has room for, in little more time than it lasts; and no long silence in between.
  expect(statuses.length).toBeGreaterThan(QUOTA);
  expect(tookMs).toBeLessThan(60_000);
  const silencesMs = doneAt.slice(1).map((at, index) => at - (doneAt[index] ?? at));
  expect(Math.max(...silencesMs)).toBeLessThan(5_000);
});
