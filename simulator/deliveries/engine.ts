import { setTimeout as delay } from "node:timers/promises";
import type { ShopEvent } from "#simulator/types.ts";
import type { DeliveryAttempt, QueuedDelivery, SimulatedHook } from "#simulator/world/state.ts";
import { strikes } from "#simulator/world/faults.ts";
import type { World } from "#simulator/world/world.ts";
import { emptyWindow, hostKey, isBlocked, noteOutcome } from "./block-list.ts";
import { isTooQuiet, nextAttemptMs } from "./ladder.ts";
import { Lanes } from "./lanes.ts";
import { exceptionData, sendMail, type ExceptionCode } from "./notices.ts";
import { bodyOf, newHash } from "./payload.ts";
import { EXCEPTION_SCOPE, wants } from "./scopes.ts";
import { createSender } from "./send.ts";
import { foreignKey, signatureHeaders } from "./signature.ts";

/** Milliseconds between an event and its mistaken second copy; half a second was seen in the field. */
const COPY_DELAY_MS = 500;
/** Longest sleep between two looks at the queue and at quiet hooks, in milliseconds. */
const SLEEP_MAX_MS = 3_600_000;

/** An event to be fired; hash and time are made up when they are left out. */
export interface FiredEvent extends ShopEvent {
  hash?: string;
  /** Unix seconds. */
  createdAt?: number;
  /** Sends a second copy to every hook. */
  isDoubled?: boolean;
}

/** Takes events to the hooks that want them, until they arrive or are given up. */
export interface DeliveryEngine {
  /** Queues events for a store's hooks and returns their hashes in order. Sending happens afterwards. */
  fire(storeHash: string, events: readonly FiredEvent[]): string[];
  /** Looks at the queue soon; to be called when something in it may have become due or pointless. */
  wake(): void;
  /**
   * Moves the virtual clock on and does on the way, in order, all that becomes due.
   * Resolves when the attempts that fell into the time have been made.
   */
  advance(seconds: number): Promise<void>;
  /** Resolves when nothing is due and nothing under way. */
  settled(): Promise<void>;
  stop(): void;
}

/** An engine over `world`; `secretOf` gives the client secret that signs a client's deliveries. */
export function startDeliveries(world: World, secretOf: (clientId: string) => string): DeliveryEngine {
  const sender = createSender();
  const lanes = new Lanes();
  const dispatched = new Set<number>();
  const underWay = new Set<Promise<void>>();
  let timer: NodeJS.Timeout | undefined;
  let immediate: NodeJS.Immediate | undefined;
  let isStopped = false;
  let advancing: Promise<void> = Promise.resolve();

  const enqueue = (
    hook: SimulatedHook,
    event: Pick<QueuedDelivery, "hash" | "scope" | "body">,
    copy = false,
  ) => {
    const id = world.takeId();
    const dueAtMs = world.clock.nowMs() + (copy ? COPY_DELAY_MS : 0);
    const { store_hash: storeHash, id: hookId } = hook;
    world.state.queue[id] = { id, storeHash, hookId, ...event, failures: 0, dueAtMs, isCopy: copy };
  };

  const bodyFor = (storeHash: string, event: FiredEvent, hash: string): string => {
    const faults = world.state.faults.deliveries;
    const createdAt = event.createdAt ?? Math.floor(Date.now() / 1000);
    return bodyOf({
      storeHash,
      storeId: world.store(storeHash)?.storeId ?? 0,
      hash,
      createdAt: strikes(faults.dropCreatedAt) ? null : createdAt,
      scope: event.scope,
      data: event.data,
      hasNumericStoreId: strikes(faults.numericStoreId),
    });
  };

  const fire: DeliveryEngine["fire"] = (storeHash, events) => {
    const hooks = world.state.hooks.filter((hook) => hook.store_hash === storeHash && canReceive(hook));
    const hashes = events.map((event) => {
      const hash = event.hash ?? newHash();
      const wanting = hooks.filter((hook) => wants(hook.scope, event.scope));
      if (wanting.length === 0) return hash;
      const body = bodyFor(storeHash, event, hash);
      for (const hook of wanting) {
        enqueue(hook, { hash, scope: event.scope, body });
        if (event.isDoubled || strikes(world.state.faults.deliveries.double))
          enqueue(hook, { hash, scope: event.scope, body }, true);
      }
      return hash;
    });
    world.save();
    wake();
    return hashes;
  };

  const raise = (hook: SimulatedHook, code: ExceptionCode) => {
    if (hook.scope === EXCEPTION_SCOPE) return; // or a notice that cannot be delivered would beget the next
    const listener = world.state.hooks.find(
      ({ store_hash, client_id, scope }) =>
        scope === EXCEPTION_SCOPE && store_hash === hook.store_hash && client_id === hook.client_id,
    );
    if (!listener || !canReceive(listener)) return;
    const data = exceptionData(world, hook, code);
    if (data === null) return;
    const hash = newHash();
    const body = bodyFor(hook.store_hash, { scope: EXCEPTION_SCOPE, data }, hash);
    enqueue(listener, { hash, scope: EXCEPTION_SCOPE, body });
    wake();
  };

  const deactivate = (hook: SimulatedHook, why: string) => {
    hook.is_active = false;
    hook.status = "deactivated";
    hook.updated_at = Math.floor(Date.now() / 1000);
    for (const item of Object.values(world.state.queue))
      if (item.hookId === hook.id) delete world.state.queue[item.id];
    sendMail(
      world,
      hook,
      `Webhook ${hook.id} was deactivated`,
      `${hook.scope} to ${hook.destination}: ${why}`,
    );
    world.save();
  };

  const note = (
    item: QueuedDelivery,
    hook: SimulatedHook,
    how: Pick<DeliveryAttempt, "outcome" | "status" | "latencyMs" | "error">,
    nextMs: number | null,
  ) =>
    world.noteAttempt({
      storeHash: item.storeHash,
      hookId: hook.id,
      hash: item.hash,
      scope: item.scope,
      destination: hook.destination,
      attempt: item.failures + 1,
      isCopy: item.isCopy,
      ...how,
      at: new Date().toISOString(),
      virtualAt: new Date(world.clock.nowMs()).toISOString(),
      nextRetryAt: nextMs === null ? null : new Date(nextMs).toISOString(),
    });

  const fail = (item: QueuedDelivery, hook: SimulatedHook, how: Parameters<typeof note>[2]) => {
    const nextMs = nextAttemptMs(item.failures + 1, world.clock.nowMs());
    note(item, hook, how, nextMs);
    item.failures += 1;
    if (nextMs === null) {
      delete world.state.queue[item.id];
      raise(hook, 90002);
      deactivate(hook, "every attempt of the last 48 hours failed");
      return;
    }
    item.dueAtMs = nextMs;
    if (how.outcome === "failed") raise(hook, 90001);
    wake();
  };

  const attempt = async (item: QueuedDelivery) => {
    const { state } = world;
    const hook = world.hook(item.hookId);
    // A hook that was switched off or deleted meanwhile: what waited for it is dropped.
    if (isStopped || state.queue[item.id] !== item) return;
    if (!hook?.is_active || !isWebAddress(hook.destination)) {
      delete state.queue[item.id];
      return;
    }
    const window = (state.hosts[hostKey(hook.client_id, hook.destination)] ??= emptyWindow(
      hook.client_id,
      hook.destination,
    ));
    hook.lastActivityMs = world.clock.nowMs();
    if (isBlocked(window, world.clock.nowMs())) {
      fail(item, hook, { outcome: "blocked", status: null, latencyMs: 0, error: "The domain is blocked" });
      return;
    }
    const faults = state.faults.deliveries;
    if (strikes(faults.lose)) {
      delete state.queue[item.id];
      note(item, hook, { outcome: "lost", status: null, latencyMs: 0, error: "Lost on the way" }, null);
      return;
    }
    const key = strikes(faults.wrongKey) ? foreignKey() : secretOf(hook.client_id);
    const proof = strikes(faults.unsigned) ? {} : signatureHeaders(item.hash, Date.now(), item.body, key);
    const { status, failure, latencyMs } = await sender.send({
      url: hook.destination,
      headers: { ...hook.headers, "content-type": "application/json", "accept-encoding": "gzip", ...proof },
      body: item.body,
      timeoutMs: state.settings.timeoutMs,
      pauseMs: strikes(faults.slow) ? faults.slowMs : 0,
    });
    // Stopped: the saved queue still holds it. Reset: nobody knows of it any more.
    if (isStopped || world.state !== state) return;
    const isNewlyBlocked = noteOutcome(window, failure, world.clock.nowMs());
    if (isNewlyBlocked) {
      raise(hook, 90003);
      sendMail(world, hook, `${window.origin} is blocked`, "Fewer than 90 of 100 deliveries succeeded.");
    }
    if (failure === null) {
      note(item, hook, { outcome: "delivered", status, latencyMs, error: null }, null);
      delete state.queue[item.id];
    } else if (state.queue[item.id] === item && hook.is_active) {
      fail(item, hook, { outcome: "failed", status, latencyMs, error: failure });
    } else {
      note(item, hook, { outcome: "failed", status, latencyMs, error: failure }, null);
    }
  };

  const dispatch = (item: QueuedDelivery) => {
    dispatched.add(item.id);
    const destination = world.hook(item.hookId)?.destination ?? "";
    const lane = isWebAddress(destination) ? new URL(destination).host : "";
    const job = lanes
      .run(lane, world.state.settings.concurrencyPerHost, () => attempt(item))
      .finally(() => {
        dispatched.delete(item.id);
        underWay.delete(job);
      });
    underWay.add(job);
  };

  /** Sends all that is due; returns the virtual time at which the next thing will be. */
  const pump = (): number => {
    const nowMs = world.clock.nowMs();
    for (const hook of world.state.hooks)
      if (hook.is_active && isTooQuiet(hook.lastActivityMs, nowMs))
        deactivate(hook, "nothing was sent for 90 days");
    let nextMs = Infinity;
    for (const item of Object.values(world.state.queue)) {
      if (dispatched.has(item.id)) continue;
      if (item.dueAtMs <= nowMs) dispatch(item);
      else nextMs = Math.min(nextMs, item.dueAtMs);
    }
    return nextMs;
  };

  const wake = () => {
    if (!isStopped) immediate ??= setImmediate(look);
  };
  const look = () => {
    immediate = undefined;
    clearTimeout(timer);
    const sleepMs = Math.min(pump() - world.clock.nowMs(), SLEEP_MAX_MS);
    timer = setTimeout(look, Math.max(sleepMs, 0));
  };

  const walk = async (seconds: number) => {
    const targetMs = world.clock.offsetMs() + seconds * 1000;
    for (;;) {
      pump();
      await Promise.all(underWay);
      // Only retries set the pace: what happens meanwhile is sent at once and needs no other time.
      const retries = Object.values(world.state.queue).filter(({ failures }) => failures > 0);
      const dueMs = retries.reduce((earliest, { dueAtMs }) => Math.min(earliest, dueAtMs), Infinity);
      if (isStopped || dueMs > Date.now() + targetMs) break;
      world.clock.moveTo(dueMs - Date.now());
    }
    world.clock.moveTo(targetMs);
    pump();
    await Promise.all(underWay);
    world.save();
    wake();
  };

  wake();
  return {
    fire,
    wake,
    advance: (seconds) => (advancing = advancing.then(() => walk(seconds))),
    settled: async () => {
      for (;;) {
        const waitMs = pump() - world.clock.nowMs();
        if (underWay.size > 0) await Promise.all(underWay);
        else if (waitMs <= COPY_DELAY_MS) await delay(Math.max(waitMs, 0));
        else return;
      }
    },
    stop: () => {
      isStopped = true;
      clearTimeout(timer);
      clearImmediate(immediate);
      sender.close();
    },
  };
}

/** Whether a hook is sent what happens now: switched on, past its warm-up, and at an address of the web. */
function canReceive(hook: SimulatedHook): boolean {
  return hook.is_active && Date.now() >= hook.readyAtMs && isWebAddress(hook.destination);
}

/** A hook may also point to Pub/Sub or EventBridge, which we do not play. */
function isWebAddress(destination: string): boolean {
  return /^https?:\/\//.test(destination) && URL.canParse(destination);
}
