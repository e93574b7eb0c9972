import { strikes } from "#simulator/world/faults.ts";
import type { DeliveryAttempt, QueuedDelivery, SimulatedHook } from "#simulator/world/state.ts";
import type { World } from "#simulator/world/world.ts";
import { emptyWindow, hostKey, isBlocked, noteOutcome } from "./block-list.ts";
import { deactivate } from "./deactivate.ts";
import { isWebAddress, queueException } from "./fan-out.ts";
import { nextAttemptMs } from "./ladder.ts";
import { sendMail } from "./notices.ts";
import type { SendResult, Sender } from "./send.ts";
import { foreignKey, signatureHeaders } from "./signature.ts";

type How = Pick<DeliveryAttempt, "outcome" | "status" | "latencyMs" | "error">;
const unsent = (outcome: "blocked" | "lost", error: string): How => ({
  outcome,
  status: null,
  latencyMs: 0,
  error,
});

/** What an attempt needs besides the world. */
export interface Means {
  sender: Sender;
  /** The client secret that signs a client's deliveries. */
  secretOf: (clientId: string) => string;
  /** Whether the engine was stopped; an attempt under way then leaves the queue as it is. */
  isStopped: () => boolean;
}

/** Makes the next attempt of a queued delivery, notes how it went, and plans or ends what comes after. Never throws. */
export async function attempt(world: World, item: QueuedDelivery, means: Means): Promise<void> {
  const { state } = world;
  if (means.isStopped() || state.queue[item.id] !== item) return;
  const hook = world.hook(item.hookId);
  // Switched off or deleted meanwhile: what waited for it is dropped.
  if (!hook?.is_active || !isWebAddress(hook.destination)) {
    delete state.queue[item.id];
    return;
  }
  const key = hostKey(hook.client_id, hook.destination);
  const window = (state.hosts[key] ??= emptyWindow(hook.client_id, hook.destination));
  hook.lastActivityMs = world.clock.nowMs();
  if (isBlocked(window, world.clock.nowMs())) {
    fail(world, item, hook, unsent("blocked", "The domain is blocked"));
    return;
  }
  if (strikes(state.faults.deliveries.lose)) {
    note(world, item, hook, unsent("lost", "Lost on the way"), null);
    delete state.queue[item.id];
    return;
  }
  const { status, failure, latencyMs } = await sendOne(world, item, hook, means);
  // Stopped: the saved queue still holds it. Reset: nobody knows of it any more.
  if (means.isStopped() || world.state !== state) return;
  if (noteOutcome(window, failure, world.clock.nowMs())) {
    queueException(world, hook, 90003);
    sendMail(world, hook, `${window.origin} is blocked`, "Fewer than 90 of 100 deliveries succeeded.");
  }
  if (failure === null) {
    note(world, item, hook, { outcome: "delivered", status, latencyMs, error: null }, null);
    delete state.queue[item.id];
  } else {
    fail(world, item, hook, { outcome: "failed", status, latencyMs, error: failure });
  }
}

function sendOne(
  world: World,
  item: QueuedDelivery,
  hook: SimulatedHook,
  { sender, secretOf }: Means,
): Promise<SendResult> {
  const { faults, settings } = world.state;
  const { unsigned, wrongKey, slow, slowMs } = faults.deliveries;
  const key = strikes(wrongKey) ? foreignKey() : secretOf(hook.client_id);
  const proof = strikes(unsigned) ? {} : signatureHeaders(item.hash, Date.now(), item.body, key);
  return sender.send({
    url: hook.destination,
    headers: { ...hook.headers, "content-type": "application/json", "accept-encoding": "gzip", ...proof },
    body: item.body,
    timeoutMs: settings.timeoutMs,
    pauseMs: strikes(slow) ? slowMs : 0,
  });
}

function fail(world: World, item: QueuedDelivery, hook: SimulatedHook, how: How): void {
  const isWanted = hook.is_active && world.state.queue[item.id] === item;
  const nextMs = isWanted ? nextAttemptMs(item.failures + 1, world.clock.nowMs()) : null;
  note(world, item, hook, how, nextMs);
  item.failures += 1;
  if (nextMs !== null) {
    item.dueAtMs = nextMs;
    if (how.outcome === "failed") queueException(world, hook, 90001);
    return;
  }
  delete world.state.queue[item.id];
  if (!isWanted) return;
  queueException(world, hook, 90002);
  deactivate(world, hook, "every attempt of the last 48 hours failed");
}

function note(
  world: World,
  item: QueuedDelivery,
  hook: SimulatedHook,
  how: How,
  nextMs: number | null,
): void {
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
}
