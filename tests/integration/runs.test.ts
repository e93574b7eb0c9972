import { useApp } from "#tests/support/app.ts";
import { describe, expect, onTestFinished, test } from "vitest";
import * as cancelRoute from "#app/s/[storeHash]/api/subscriptions/runs/[id]/cancel/route.ts";
import * as retryRoute from "#app/s/[storeHash]/api/subscriptions/runs/[id]/retry/route.ts";
import * as runRoute from "#app/s/[storeHash]/api/subscriptions/runs/[id]/route.ts";
import * as runsRoute from "#app/s/[storeHash]/api/subscriptions/runs/route.ts";
import { auditPage } from "#lib/features/audit/audit.ts";
import { CATALOGUE, STARTER_SCOPES } from "#lib/catalogue/catalogue.ts";
import { config } from "#lib/config/config.ts";
import { RunAnswer, type RunKind, type RunView } from "#lib/contract/runs.ts";
import { database } from "#lib/platform/db/client.ts";
import { StoreHash } from "#lib/ids.ts";
import { holdPresence } from "#lib/platform/queue/presence.ts";
import { reconcileStore } from "#lib/features/subscriptions/reconcile.ts";
import { wantedScopes } from "#lib/features/subscriptions/records.ts";
import { workOnRuns } from "#lib/features/subscriptions/runs/work.ts";
import { startChild, whenReady } from "#scripts/child.ts";
import type { SimulatedStore } from "#simulator/world/store.ts";
import { useDatabase } from "#tests/support/database.ts";
import { runDueJobs } from "#tests/support/jobs.ts";
import { useHooks } from "#tests/support/hooks.ts";

useDatabase();
const app = useApp();
const hooks = useHooks(app);

const patience = { timeoutMs: 400, waitMsMax: 0 };
/** Nobody chose them, each takes a webhook, and none is refused. */
const FRESH = CATALOGUE.filter(
  ({ scope, isPerChannel, isWildcard }) =>
    !isPerChannel && !isWildcard && !STARTER_SCOPES.includes(scope) && !scope.startsWith("store/hook/"),
).map(({ scope }) => scope);
const MANY = FRESH.slice(0, 45);

/** A store whose first subscriptions are registered, its owner's session and a staff member's. */
async function readyStore() {
  const store = app.newStore();
  const { cookie } = await app.install(store);
  const hash = StoreHash.parse(store.hash);
  await reconcileStore(hash, { by: "keeper", now: new Date(), patience });
  await database().pool.query("DELETE FROM graphile_worker._private_jobs");
  return { store, hash, cookie, owner: store.owner.email };
}

/** Does all jobs that are due, as the worker would. */
const work = runDueJobs;

type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>;

/** Calls a route of runs, as a page of ours does. */
async function ask(handler: Handler, { hash, cookie }: Seat, method = "GET", body?: unknown, id = "") {
  const request = new Request(`${config().appUrl}/s/${hash}/api/subscriptions/runs/${id}`, {
    method,
    headers: {
      Cookie: cookie,
      "Content-Type": "application/json",
      "Sec-Fetch-Site": "same-origin",
      "X-Requested-With": "webhook-keeper",
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const response = await handler(request, { params: Promise.resolve({ storeHash: hash, id }) });
  return { status: response.status, json: (await response.json()) as unknown };
}
interface Seat {
  hash: string;
  cookie: string;
}

async function answerOf(asked: ReturnType<typeof ask>): Promise<RunAnswer> {
  const { status, json } = await asked;
  expect(status, JSON.stringify(json)).toBe(200);
  return RunAnswer.parse(json);
}
async function runOf(asked: ReturnType<typeof ask>): Promise<RunView> {
  const { run } = await answerOf(asked);
  if (!run) throw new Error("there is no run");
  return run;
}
const start = (seat: Seat, scopes: readonly string[], kind: RunKind = "turn_on") =>
  runOf(ask(runsRoute.POST, seat, "POST", { kind, scopes }));
const newest = (seat: Seat) => runOf(ask(runsRoute.GET, seat));
const cancel = (seat: Seat, { id }: RunView) => runOf(ask(cancelRoute.POST, seat, "POST", {}, id));
const retry = (seat: Seat, { id }: RunView, scopes?: string[]) =>
  runOf(ask(retryRoute.POST, seat, "POST", { scopes }, id));
const states = ({ items }: RunView) =>
  Object.fromEntries(
    [...Map.groupBy(items, ({ state }) => state)].map(([state, all]) => [state, all.length]),
  );
const scopesAt = (hash: string) => hooks.ours(hash).map(({ scope }) => scope);
/** Webhooks that the test had made, beyond those that a new store begins with. */
const created = () => hooks.calls.filter(({ method }) => method === "POST").length - STARTER_SCOPES.length;

/** Ten hooks of these event types appear between the look and the deed; BigCommerce allows no more of them. */
function crowdOut(hash: string, crowded: readonly string[]) {
  hooks.before(async ({ method, body }) => {
    if (method !== "POST") return;
    // Cast: a call that makes a hook names its scope.
    const { scope } = body as { scope: string };
    if (!crowded.includes(scope) || scopesAt(hash).includes(scope)) return;
    for (let n = 0; n < 10; n += 1)
      await hooks.make(hash, { scope, destination: `https://other${n}.example.com/hook` });
  });
}

describe("a run", () => {
  test("waits for a worker, turns everything on, and says who did it", async () => {
    const seat = await readyStore();
    const started = await start(seat, [...MANY, ...MANY.slice(0, 3)]);
    expect(started).toMatchObject({ kind: "turn_on", startedBy: seat.owner, endedAt: null });
    expect(started.items.map(({ scope }) => scope)).toEqual(MANY);
    expect(states(started)).toEqual({ waiting: MANY.length });
    expect(scopesAt(seat.hash)).toHaveLength(STARTER_SCOPES.length);

    await work();
    const ended = await newest(seat);
    expect(ended).toMatchObject({ id: started.id, isCancelled: false });
    expect(ended.endedAt).not.toBeNull();
    expect(states(ended)).toEqual({ done: MANY.length });
    expect(scopesAt(seat.hash).toSorted()).toEqual([...STARTER_SCOPES, ...MANY].toSorted());
    expect(await wantedScopes(seat.hash)).toEqual([...STARTER_SCOPES, ...MANY].toSorted());
    const { entries } = await auditPage(seat.hash, { limit: 200 });
    const mine = entries.filter(({ scope }) => scope !== null && MANY.includes(scope));
    expect(mine).toHaveLength(2 * MANY.length);
    expect(mine.every(({ actor, isRefused }) => actor?.email === seat.owner && !isRefused)).toBe(true);
  });

  test("turns off what is on, and knows what is off already as done", async () => {
    const seat = await readyStore();
    const off = [...STARTER_SCOPES.slice(0, 8), MANY[0] ?? ""];
    await start(seat, off, "turn_off");
    await work();
    expect(states(await newest(seat))).toEqual({ done: 9 });
    expect(scopesAt(seat.hash).toSorted()).toEqual(STARTER_SCOPES.slice(8).toSorted());
  });

  test("puts right what differs, each in its own way", async () => {
    const seat = await readyStore();
    const [gone = "", off = "", moved = "", fine = ""] = STARTER_SCOPES;
    await hooks.lose(hooks.only(seat.hash, gone));
    await hooks.change(hooks.only(seat.hash, off), { is_active: false });
    await hooks.change(hooks.only(seat.hash, moved), { destination: "https://elsewhere.example.com/x" });
    await start(seat, [gone, off, moved, fine], "put_right");
    await work();
    const { items } = await newest(seat);
    expect(items).toMatchObject([
      { scope: gone, action: "create", state: "done" },
      { scope: off, action: "enable", state: "done" },
      { scope: moved, action: "update", state: "done" },
      { scope: fine, action: null, state: "done" },
    ]);
    const destination = `${config().appUrl}/api/webhooks/${seat.hash}`;
    for (const scope of [gone, off, moved])
      expect(hooks.only(seat.hash, scope)).toMatchObject({ destination, is_active: true });
  });

  test("is the only one of its store, and no other store's", async () => {
    const seat = await readyStore();
    const other = await readyStore();
    const run = await start(seat, MANY.slice(0, 2));
    expect(await ask(runsRoute.POST, seat, "POST", { kind: "turn_off", scopes: MANY })).toMatchObject({
      status: 409,
      json: { code: "RUN_UNDER_WAY" },
    });
    for (const [handler, method] of [
      [runRoute.GET, "GET"],
      [runRoute.DELETE, "DELETE"],
      [cancelRoute.POST, "POST"],
      [retryRoute.POST, "POST"],
    ] as const)
      expect((await ask(handler, other, method, method === "GET" ? undefined : {}, run.id)).status).toBe(404);
    expect((await answerOf(ask(runsRoute.GET, other))).run).toBeNull();
    await work();
    expect(states(await newest(seat))).toEqual({ done: 2 });
    await start(seat, MANY.slice(2, 4));
    await work();
    expect(states(await newest(seat))).toEqual({ done: 2 });
  });

  test("says whether there is a worker to wait for", async () => {
    const seat = await readyStore();
    await start(seat, MANY.slice(0, 2));
    expect((await answerOf(ask(runsRoute.GET, seat))).isWorkerThere).toBe(false);
    const end = holdPresence("a worker");
    onTestFinished(end);
    await expect.poll(async () => (await answerOf(ask(runsRoute.GET, seat))).isWorkerThere).toBe(true);
    await work();
  });

  test("is shown until somebody has read what came of it", async () => {
    const seat = await readyStore();
    const run = await start(seat, MANY.slice(0, 2));
    await runOf(ask(runRoute.DELETE, seat, "DELETE", {}, run.id));
    await work();
    expect((await newest(seat)).id).toBe(run.id);
    expect((await answerOf(ask(runRoute.DELETE, seat, "DELETE", {}, run.id))).run).toBeNull();
    expect((await answerOf(ask(runsRoute.GET, seat))).run).toBeNull();
    expect((await runOf(ask(runRoute.GET, seat, "GET", undefined, run.id))).id).toBe(run.id);
  });
});

describe("what is refused", () => {
  test("is told with its reason, and tried again singly, for the person who asks", async () => {
    const seat = await readyStore();
    const [full = "", full2 = "", ...rest] = MANY.slice(0, 8);
    crowdOut(seat.hash, [full, full2]);
    await start(seat, [full, full2, "store/made/up", ...rest]);
    await work();
    const run = await newest(seat);
    expect(states(run)).toEqual({ refused: 3, done: rest.length });
    expect(run.items.slice(0, 3)).toMatchObject([
      { code: "HOOK_LIMIT_REACHED", sentence: expect.stringMatching(/10 webhooks/) },
      { code: "HOOK_LIMIT_REACHED" },
      { code: "UNKNOWN_SCOPE", sentence: expect.stringMatching(/no event type/) },
    ]);
    expect(await wantedScopes(seat.hash)).not.toContain(full);

    const crowd = hooks.ours(seat.hash).find(({ scope }) => scope === full);
    if (crowd) await hooks.lose(crowd);
    const staff = await app.launch(seat.store, { user: "staff" });
    const reopened = await retry({ ...seat, cookie: staff.cookie }, run, [full]);
    expect(reopened).toMatchObject({ endedAt: null, startedBy: seat.owner });
    expect(states(reopened)).toEqual({ waiting: 1, refused: 2, done: rest.length });
    await work();
    expect(states(await newest(seat))).toEqual({ refused: 2, done: rest.length + 1 });
    expect(await wantedScopes(seat.hash)).toContain(full);
    const [newestEntry] = (await auditPage(seat.hash, { scope: full, limit: 1 })).entries;
    expect(newestEntry).toMatchObject({ action: "hook_created", actor: { email: staffOf(seat.store) } });

    const other = hooks.ours(seat.hash).find(({ scope }) => scope === full2);
    if (other) await hooks.lose(other);
    await retry(seat, run);
    await work();
    expect(states(await newest(seat))).toEqual({ refused: 1, done: rest.length + 2 });
  });

  test("is everything at once when BigCommerce is out of reach, and it is not asked for each", async () => {
    const seat = await readyStore();
    await app.control("/faults", { api: "503" });
    const run = await start(seat, MANY);
    const before = hooks.calls.length;
    await workOnRuns(seat.hash, { clock: () => new Date(), patience, lockWaitMs: 1_000 });
    const ended = await newest(seat);
    expect(states(ended)).toEqual({ refused: MANY.length });
    expect(new Set(ended.items.map(({ code }) => code))).toEqual(new Set(["BIGCOMMERCE_UNREACHABLE"]));
    expect(hooks.calls.length - before).toBeLessThan(5);
    expect(await wantedScopes(seat.hash)).toEqual(STARTER_SCOPES.toSorted());

    await app.control("/faults", { api: "none" });
    await retry(seat, run);
    await work();
    expect(states(await newest(seat))).toEqual({ done: MANY.length });
  });
});

const staffOf = ({ staff }: SimulatedStore) => staff[0]?.email;

describe("cancelling", () => {
  test("leaves what waits as it was, and what is done as it is", async () => {
    const seat = await readyStore();
    const run = await start(seat, MANY);
    let told: Promise<RunView> | undefined;
    hooks.before(async ({ method }) => {
      if (method === "POST" && created() >= 25) await (told ??= cancel(seat, run));
    });
    await work();
    expect(await told).toMatchObject({ isCancelled: true, endedAt: null });
    const ended = await newest(seat);
    expect(ended.endedAt).not.toBeNull();
    const { done = 0, cancelled = 0 } = states(ended);
    expect(done + cancelled).toBe(MANY.length);
    // Those that were under way at the time end as well, and nothing is begun any more.
    expect(done).toBeGreaterThanOrEqual(25);
    expect(done).toBeLessThanOrEqual(28);
    expect(created()).toBe(done);
    const doneScopes = ended.items.filter(({ state }) => state === "done").map(({ scope }) => scope);
    expect(scopesAt(seat.hash).toSorted()).toEqual([...STARTER_SCOPES, ...doneScopes].toSorted());
    expect(await wantedScopes(seat.hash)).toEqual([...STARTER_SCOPES, ...doneScopes].toSorted());

    const keeper = await reconcileStore(seat.hash, { by: "keeper", now: new Date() });
    expect(keeper.plan).toMatchObject({ create: [], update: [], enable: [], remove: [] });
  });

  test("of one that nobody began ends it without a call", async () => {
    const seat = await readyStore();
    const run = await start(seat, MANY);
    expect(states(await cancel(seat, run))).toEqual({ cancelled: MANY.length });
    const before = hooks.calls.length;
    await work();
    expect((await newest(seat)).endedAt).not.toBeNull();
    expect(hooks.calls.length).toBe(before);
  });

  test("is what an uninstallation does", async () => {
    const seat = await readyStore();
    await start(seat, MANY);
    await app.control(`/stores/${seat.hash}/uninstall`, {});
    await work();
    const { cookie } = await app.install(seat.store);
    expect(states(await newest({ ...seat, cookie }))).toEqual({ cancelled: MANY.length });
  });
});

describe("a worker that ends in the midst of a run", () => {
  test("by being told to leaves the rest to the next one, and nothing is done twice", async () => {
    const seat = await readyStore();
    await start(seat, MANY);
    const stop = new AbortController();
    hooks.before(({ method }) => {
      if (method === "POST" && created() === 25) stop.abort(new Error("stopping"));
    });
    const stopped = workOnRuns(seat.hash, {
      clock: () => new Date(),
      patience: { ...patience, signal: stop.signal },
      lockWaitMs: 1_000,
    });
    await expect(stopped).rejects.toThrow("stopping");
    const midway = await newest(seat);
    expect(midway.endedAt).toBeNull();
    expect(states(midway).done).toBeGreaterThanOrEqual(20);

    const doneBefore = new Set(
      midway.items.filter(({ state }) => state === "done").map(({ scope }) => scope),
    );
    hooks.before(({ method, body }) => {
      // Cast: a call that makes a hook names its scope.
      if (method === "POST") expect(doneBefore).not.toContain((body as { scope: string }).scope);
    });
    await work();
    expect(states(await newest(seat))).toEqual({ done: MANY.length });
    expect(scopesAt(seat.hash).toSorted()).toEqual([...STARTER_SCOPES, ...MANY].toSorted());
    expect(await wantedScopes(seat.hash)).toEqual([...STARTER_SCOPES, ...MANY].toSorted());
  });

  test("by SIGKILL too", { timeout: 60_000 }, async () => {
    const seat = await readyStore();
    await app.control("/faults", { api: { latencyMs: 40 } });
    await start(seat, MANY);
    const startWorker = async () => {
      const starting = startChild({
        name: "a worker",
        script: "scripts/worker.ts",
        env: process.env,
        stopWithinMs: 9_000,
        onOutput: () => undefined,
        onStarted: () => undefined,
      });
      onTestFinished(() => starting.child.stop());
      await whenReady(starting);
      return starting.child;
    };
    const doneNow = async () => states(await newest(seat)).done ?? 0;
    const first = await startWorker();
    await expect.poll(doneNow, { timeout: 30_000, interval: 20 }).toBeGreaterThan(5);
    process.kill(first.pid, "SIGKILL");
    await first.ended;
    const done = await doneNow();
    expect(done).toBeLessThan(MANY.length);
    expect((await newest(seat)).endedAt).toBeNull();

    await startWorker();
    await expect.poll(async () => (await newest(seat)).endedAt, { timeout: 30_000 }).not.toBeNull();
    expect(await doneNow()).toBe(MANY.length);
    expect(scopesAt(seat.hash).toSorted()).toEqual([...STARTER_SCOPES, ...MANY].toSorted());
    const { entries } = await auditPage(seat.hash, { limit: 200 });
    const made = entries.filter(({ action, actor }) => action === "hook_created" && actor !== null);
    // What was made without being written down is found, not made again; what was written down is never redone.
    expect(new Set(made.map(({ scope }) => scope)).size).toBe(made.length);
    expect(made.length).toBeGreaterThanOrEqual(MANY.length - 4);
    expect(made.every(({ actor }) => actor?.email === seat.owner)).toBe(true);
  });
});
