import { useApp } from "#tests/support/app.ts";
import fc from "fast-check";
import { expect, test } from "vitest";
import { STARTER_SCOPES } from "#lib/catalogue/catalogue.ts";
import { config } from "#lib/config/config.ts";
import { AppError } from "#lib/errors.ts";
import { StoreHash } from "#lib/ids.ts";
import { changeSubscriptions } from "#lib/features/subscriptions/change.ts";
import { receiverUrlOf } from "#lib/features/receiver/addresses.ts";
import { reconcileStore } from "#lib/features/subscriptions/reconcile.ts";
import {
  knownHooks,
  saveWanted,
  subscriptionsOf,
  wantedScopes,
} from "#lib/features/subscriptions/records.ts";
import { useDatabase } from "#tests/support/database.ts";
import { useHooks } from "#tests/support/hooks.ts";
import type { SimulatedStore } from "#simulator/world/store.ts";

useDatabase();
const app = useApp();
const hooks = useHooks(app);

/** `CHAOS_RUNS=500 CHAOS_SEED=7 npx vitest run tests/integration/chaos.test.ts` runs more, or one again. */
const RUNS = Number(process.env.CHAOS_RUNS ?? 20);
const SEED = Number(
  process.env.CHAOS_SEED ?? (process.env.CHAOS_RUNS === undefined ? 1 : Date.now() % 1_000_000),
);
/** Within `npm test`; a run that was asked for by number takes its time. */
const TIME_LIMIT_MS = process.env.CHAOS_RUNS === undefined ? 18_000 : 3_600_000;

const ANA = { userId: "7", email: "ana@example.com" };
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** A few of the starter set, so that they meet often, and some that nobody chose yet. */
const SCOPES = [...STARTER_SCOPES.slice(0, 2), "store/cart/created", "store/order/*"] as const;
const HASTY = { timeoutMs: 250, waitMsMax: 0 };
const CALM = { timeoutMs: 10_000, waitMsMax: 5_000 };

const scope = fc.constantFrom(...SCOPES);
const choices = fc.dictionary(scope, fc.boolean(), { minKeys: 1, maxKeys: 3 });
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant("toggle"), wanted: choices }) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant("check"),
      by: fc.constantFrom("keeper" as const, "keeper" as const, "person" as const),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("toggle during a check"), wanted: choices }) },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant("tamper"),
      scope,
      how: fc.constantFrom(
        "lose",
        "switch off",
        "switch off",
        "move",
        "move and switch off",
        "header",
        "double",
      ),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant("flapping"),
      scope,
      how: fc.constantFrom("switch off", "move and switch off", "lose", "move"),
      /** Between the checks, of which each finds the hook off again. */
      minutes: fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 5 }),
      /** What comes in between: nothing, an answer that is lost, a kill, the store accepting the app anew. */
      between: fc.constantFrom("nothing", "lost answer", "kill", "accepted"),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("another client"), scope }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant("time passes"),
      minutes: fc.oneof(fc.integer({ min: 1, max: 59 }), fc.integer({ min: 60, max: 600 })),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant("fault"),
      mode: fc.constantFrom("429", "429-without-headers", "500", "503", "401", "hang"),
      times: fc.integer({ min: 1, max: 4 }),
      /** So that it strikes in the midst of things. */
      after: fc.integer({ min: 0, max: 6 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant("lost answers"),
      times: fc.integer({ min: 1, max: 4 }),
      /** From the first change on, which is then not found by looking again. */
      areReadsLost: fc.boolean(),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant("kill"),
      what: fc.constantFrom("check", "toggle", "process"),
      wanted: choices,
      afterCalls: fc.integer({ min: 1, max: 6 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("reinstall"), isRemovedFirst: fc.boolean() }) },
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

/** One store's life, and what has to hold in all of it. */
class Life {
  readonly #store: SimulatedStore;
  readonly #hash: StoreHash;
  #now = new Date();
  #isKeeper = false;
  #lostAnswers = { times: 0, areReadsLost: false, hasBegun: false };
  #fault: { mode: string; times: number; after: number } | null = null;
  #kill: { controller: AbortController; calls: number } | null = null;
  /** What the merchant was told last, by scope. */
  readonly #told = new Map<string, boolean>(STARTER_SCOPES.map((each) => [each, true]));
  readonly #foreign: string[] = [];
  /** When the keeper switched the hook of each scope on, brought it home, or made it anew. */
  readonly #mended = new Map<string, number[]>();
  /** Scopes whose hook was there at the end of a check, with no change of what is wanted or installation since: another one is made anew. */
  readonly #had = new Set<string>();
  /** Hooks that were elsewhere before the app ever saw them, moved or made there: nobody can tell them from another installation's. */
  readonly #neverSeen = new Set<number>();
  readonly #faults: string[] = [];
  readonly #wasBroken = new Set<string>();

  constructor(store: SimulatedStore) {
    this.#store = store;
    this.#hash = StoreHash.parse(store.hash);
  }

  async live(steps: readonly Step[]): Promise<void> {
    this.#watch();
    await app.install(this.#store);
    await this.#check("keeper");
    for (const each of steps) await this.#take(each);
    await this.#settle();
  }

  #watch(): void {
    hooks.before(async ({ method, address, body }) => {
      if (this.#fault && this.#fault.after-- <= 0) {
        const { mode, times } = this.#fault;
        this.#fault = null;
        await app.control("/faults", { api: { mode, times } });
      }
      const hook = this.#hookAt(address);
      if (method !== "PUT" || !hook) return;
      // Cast: what the app sends is checked against BigCommerce's description by `useHooks`.
      const sent = body as { is_active?: boolean; destination?: string };
      const isMoved = sent.destination !== undefined && sent.destination !== hook.destination;
      if (isMoved || (sent.is_active === true && !hook.is_active)) this.#wasBroken.add(address);
    });
    hooks.after(({ method, address, body }, response) => {
      const hook = this.#hookAt(address);
      if (method === "PUT" && hook && this.#wasBroken.delete(address) && response.ok) this.#note(hook.scope);
      const { scope: made } = (body ?? {}) as { scope?: string };
      if (method === "POST" && response.ok && made !== undefined && this.#had.has(made)) this.#note(made);
      if (response.headers.get("X-Rate-Limit-Requests-Left") === "0") this.#faults.push("the quota is spent");
      if (this.#kill && --this.#kill.calls <= 0) {
        this.#kill.controller.abort();
        throw this.#kill.controller.signal.reason;
      }
      const lost = this.#lostAnswers;
      if (method !== "GET") lost.hasBegun = true;
      if (lost.times > 0 && (method !== "GET" || (lost.areReadsLost && lost.hasBegun))) {
        lost.times -= 1;
        throw new TypeError("fetch failed");
      }
    });
  }

  #note(of: string): void {
    if (this.#isKeeper) this.#mended.set(of, [...(this.#mended.get(of) ?? []), this.#now.getTime()]);
  }

  /** A check, or a change, came to its end, and what is there is known. */
  #know(): void {
    for (const hook of hooks.ours(this.#hash)) this.#had.add(hook.scope);
  }

  #pass(minutes: number): void {
    this.#now = new Date(this.#now.getTime() + minutes * MINUTE_MS);
  }

  #hookAt(address: string) {
    const [, id] = /^\/hooks\/(\d+)$/.exec(address) ?? [];
    return hooks.ours(this.#hash).find((hook) => String(hook.id) === id);
  }

  async #take(given: Step): Promise<void> {
    switch (given.kind) {
      case "toggle":
        return this.#toggle(given.wanted);
      case "check":
        return this.#check(given.by);
      case "toggle during a check":
        await Promise.all([this.#check("person"), this.#toggle(given.wanted)]);
        return;
      case "tamper":
        return this.#tamper(given.scope, given.how);
      case "flapping":
        for (const minutes of given.minutes) {
          await this.#tamper(given.scope, given.how);
          if (given.between === "lost answer")
            this.#lostAnswers = { times: 2, areReadsLost: true, hasBegun: false };
          if (given.between === "kill") await this.#killed({ what: "check", wanted: {}, afterCalls: 3 });
          else await this.#check("keeper");
          if (given.between === "accepted") await app.install(this.#store);
          this.#pass(minutes);
        }
        return;
      case "another client": {
        const destination = `https://example.com/${this.#foreign.length}`;
        const made = await hooks.make(this.#hash, { scope: given.scope, destination, client_id: "another" });
        this.#foreign.push(JSON.stringify(made));
        return;
      }
      case "time passes":
        this.#pass(given.minutes);
        return;
      case "fault":
        this.#fault = { ...given };
        return;
      case "lost answers":
        this.#lostAnswers = { ...given, hasBegun: false };
        return;
      case "kill":
        return this.#killed(given);
      case "reinstall":
        if (given.isRemovedFirst) {
          await app.control(`/stores/${this.#hash}/uninstall`, {});
          this.#had.clear();
        }
        await app.install(this.#store);
        return;
    }
  }

  async #toggle(given: Record<string, boolean>, signal?: AbortSignal): Promise<void> {
    const changes = Object.entries(given).map(([each, wanted]) => ({ scope: each, wanted }));
    for (const { scope: each } of changes) this.#had.delete(each);
    await this.#bear(async () => {
      const patience = { ...HASTY, signal };
      const options = { by: ANA, now: this.#now, patience, lockWaitMs: 50 };
      const { results } = await changeSubscriptions(this.#hash, changes, options);
      for (const result of results)
        if (result.outcome === "done" || result.outcome === "already")
          this.#told.set(result.scope, result.wanted);
    });
  }

  async #check(by: "keeper" | "person", patience: typeof HASTY & { signal?: AbortSignal } = HASTY) {
    this.#isKeeper = by === "keeper";
    const actor = by === "keeper" ? by : ANA;
    await this.#bear(async () => {
      await reconcileStore(this.#hash, { by: actor, now: this.#now, patience, lockWaitMs: 50 });
      this.#know();
    });
    this.#isKeeper = false;
  }

  /** Work that ends in the midst of its calls: a job that is stopped, or a whole process that is gone. */
  async #killed({
    what,
    wanted: given,
    afterCalls,
  }: Omit<Extract<Step, { kind: "kill" }>, "kind">): Promise<void> {
    const controller = new AbortController();
    if (what === "process") {
      // What is wanted was saved, and then nothing more was.
      const changes = Object.entries(given).map(([each, isWanted]) => ({ scope: each, isWanted }));
      const before = (await subscriptionsOf(this.#hash)).map((row) => [row.scope, row.isWanted] as const);
      await saveWanted(this.#hash, changes, new Map(before), { by: ANA, at: this.#now });
      for (const { scope: each, isWanted } of changes) {
        this.#told.set(each, isWanted);
        this.#had.delete(each);
      }
    }
    this.#kill = { controller, calls: afterCalls };
    const { signal } = controller;
    if (what === "toggle") await this.#toggle(given, signal);
    else await this.#check("keeper", { ...HASTY, signal });
    this.#kill = null;
  }

  /** Faults of BigCommerce and a kill are part of the game; anything else is not. */
  async #bear(work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof AppError) && !this.#kill?.controller.signal.aborted) throw error;
    }
  }

  async #tamper(of: string, how: string): Promise<void> {
    const hook = hooks.ours(this.#hash).find((each) => each.scope === of);
    if (!hook) return;
    const elsewhere = { destination: `https://elsewhere.example.com/${hook.id}` };
    if (how === "lose") await hooks.lose(hook);
    if (how === "switch off") await hooks.change(hook, { status: "deactivated" });
    if (
      how.startsWith("move") &&
      !(await knownHooks(this.#hash)).some(({ id, isOurs }) => id === hook.id && isOurs)
    )
      this.#neverSeen.add(hook.id);
    if (how === "move") await hooks.change(hook, elsewhere);
    if (how === "move and switch off") await hooks.change(hook, { ...elsewhere, status: "deactivated" });
    if (how === "header") await hooks.change(hook, { headers: { "x-other": "1" } });
    if (how === "double") {
      const { destination, headers } = hook;
      const made = await hooks.make(this.#hash, { scope: of, destination, headers });
      if (destination !== receiverUrlOf(config().appUrl, this.#hash)) this.#neverSeen.add(made.id);
    }
  }

  /** All faults end, and checks run. */
  async #settle(): Promise<void> {
    this.#fault = null;
    this.#lostAnswers.times = 0;
    await app.control("/faults", { api: "none" });
    this.#now = new Date(this.#now.getTime() + DAY_MS + HOUR_MS);
    await reconcileStore(this.#hash, { by: "keeper", now: this.#now, patience: CALM });
    const callsBefore = hooks.calls.length;
    const { plan } = await reconcileStore(this.#hash, { by: "keeper", now: this.#now, patience: CALM });
    const { create, update, enable, remove } = plan;

    const wanted = await wantedScopes(this.#hash);
    const ours = hooks.ours(this.#hash);
    const here = ours.filter(({ destination }) => destination === receiverUrlOf(config().appUrl, this.#hash));
    expect({ create, update, enable, remove }, "what is left to do").toEqual({
      create: [],
      update: [],
      enable: [],
      remove: [],
    });
    expect(hooks.calls.length - callsBefore, "calls of a check that finds all well").toBe(2);
    expect(here.map((hook) => hook.scope).toSorted(), "hooks").toEqual(wanted.toSorted());
    expect(
      here.filter(({ is_active }) => !is_active),
      "hooks that are off",
    ).toEqual([]);
    const unwanted = (await subscriptionsOf(this.#hash)).filter(({ isWanted }) => !isWanted);
    const refused = new Set(unwanted.map((row) => row.scope));
    expect(
      ours.filter((hook) => refused.has(hook.scope) && !this.#neverSeen.has(hook.id)),
      "hooks of what was turned off",
    ).toEqual([]);
    expect(wanted.toSorted(), "what the merchant was told").toEqual(
      [...this.#told].flatMap(([each, isWanted]) => (isWanted ? [each] : [])).toSorted(),
    );

    const others = app.simulator.world.state.hooks.filter(
      ({ store_hash, client_id }) => store_hash === this.#hash && client_id === "another",
    );
    expect(
      others.map((hook) => JSON.stringify(hook)),
      "another client's hooks",
    ).toEqual(this.#foreign);
    expect(this.#faults).toEqual([]);
    for (const [of, times] of this.#mended) {
      for (const [index, time] of times.entries()) {
        const [last = -DAY_MS, thirdLast = -DAY_MS] = [times[index - 1], times[index - 3]];
        expect(time - last, `since ${of} was last mended`).toBeGreaterThanOrEqual(HOUR_MS);
        expect(time - thirdLast, `since ${of} was mended 3 times`).toBeGreaterThanOrEqual(DAY_MS);
      }
    }
  }
}

test(
  "whatever happens, hooks are what is wanted once the faults end",
  { timeout: TIME_LIMIT_MS * 2 },
  async () => {
    const endMs = Date.now() + TIME_LIMIT_MS;
    process.stdout.write(`chaos: CHAOS_SEED=${SEED}\n`);
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 24, size: "max" }), async (steps) => {
        // A life that has begun is lived to its end; those that are left when time is up are not.
        if (Date.now() > endMs) return;
        await app.control("/faults", { api: "none" });
        await new Life(app.newStore()).live(steps);
      }),
      { numRuns: RUNS, seed: SEED },
    );
  },
);
