import type { ShopEvent } from "#simulator/shop/shop-event.ts";
import { strikes } from "#simulator/world/faults.ts";
import type { QueuedDelivery, SimulatedHook } from "#simulator/world/state.ts";
import type { World } from "#simulator/world/world.ts";
import { exceptionData, type ExceptionCode } from "./notices.ts";
import { bodyOf, newHash } from "./payload.ts";
import { EXCEPTION_SCOPE, wants } from "./scopes.ts";

/** Milliseconds between an event and its mistaken second copy; half a second was seen in the field. */
export const COPY_DELAY_MS = 500;

/** An event to be fired; hash and time are made up when they are left out. */
export interface FiredEvent extends ShopEvent {
  hash?: string;
  /** Unix seconds. */
  createdAt?: number;
  /** Sends a second copy to every hook. */
  isDoubled?: boolean;
}

/** Queues events of a store for every hook that wants them. Returns their hashes, in order; wanted or not. */
export function fanOut(world: World, storeHash: string, events: readonly FiredEvent[]): string[] {
  const hooks = world.state.hooks.filter((hook) => hook.store_hash === storeHash && canReceive(hook));
  const hashes = events.map((event) => {
    const hash = event.hash ?? newHash();
    const wanting = hooks.filter((hook) => wants(hook.scope, event.scope));
    if (wanting.length === 0) return hash;
    const message = { hash, scope: event.scope, body: bodyFor(world, storeHash, event, hash) };
    for (const hook of wanting) {
      enqueue(world, hook, message);
      if (event.isDoubled || strikes(world.state.faults.deliveries.double))
        enqueue(world, hook, message, true);
    }
    return hash;
  });
  world.save();
  return hashes;
}

/** Queues a delivery exception about `hook` for its client's exception hook, when there is one and a notice is due. */
export function queueException(world: World, hook: SimulatedHook, code: ExceptionCode): void {
  if (hook.scope === EXCEPTION_SCOPE) return; // or a notice that cannot be delivered would beget the next
  const listener = world.state.hooks.find(
    ({ store_hash, client_id, scope }) =>
      scope === EXCEPTION_SCOPE && store_hash === hook.store_hash && client_id === hook.client_id,
  );
  if (!listener || !canReceive(listener)) return;
  const data = exceptionData(world, hook, code);
  if (data === null) return;
  const hash = newHash();
  const body = bodyFor(world, hook.store_hash, { scope: EXCEPTION_SCOPE, data }, hash);
  enqueue(world, listener, { hash, scope: EXCEPTION_SCOPE, body });
}

/** Whether we can deliver there: a hook may also point to Pub/Sub or EventBridge, which we do not play. */
export function isWebAddress(destination: string): boolean {
  return /^https?:\/\//.test(destination) && URL.canParse(destination);
}

/** Whether a hook is sent what happens now: switched on, past its warm-up, and at an address of the web. */
function canReceive(hook: SimulatedHook): boolean {
  return hook.is_active && Date.now() >= hook.readyAtMs && isWebAddress(hook.destination);
}

function enqueue(
  world: World,
  hook: SimulatedHook,
  message: Pick<QueuedDelivery, "hash" | "scope" | "body">,
  isCopy = false,
): void {
  const id = world.takeId();
  const dueAtMs = world.clock.nowMs() + (isCopy ? COPY_DELAY_MS : 0);
  const { store_hash: storeHash, id: hookId } = hook;
  world.state.queue[id] = { id, storeHash, hookId, ...message, failures: 0, dueAtMs, isCopy };
}

function bodyFor(world: World, storeHash: string, event: FiredEvent, hash: string): string {
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
}
