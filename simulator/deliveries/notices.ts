import type { SimulatedHook } from "#simulator/world/state.ts";
import type { World } from "#simulator/world/world.ts";

/** Virtual milliseconds between two notices 90001 for one destination. Source: BigCommerce docs, Webhook events. */
const RETRY_NOTICE_MS = 600_000;

/** Where the platform's mails go besides the addresses that the app named. */
const REGISTERED_ADDRESS = "developer@example.com";

/** What a delivery exception tells: 90001 will be retried, 90002 attempts spent, 90003 host blocked. */
export type ExceptionCode = 90001 | 90002 | 90003;

/**
 * The data of a delivery exception event, or null when none is due: a notice 90001 comes at most every ten
 * virtual minutes for one destination. Notes that it was given.
 */
export function exceptionData(world: World, hook: SimulatedHook, code: ExceptionCode): unknown {
  if (code === 90001) {
    const key = `${hook.store_hash} ${hook.client_id} ${hook.destination}`;
    const nowMs = world.clock.nowMs();
    const lastMs = world.state.exceptionNotices[key];
    if (lastMs !== undefined && nowMs - lastMs < RETRY_NOTICE_MS) return null;
    world.state.exceptionNotices[key] = nowMs;
  }
  return { type: "webhook", id: hook.id, error_code: code, message: messageOf(code, hook.destination) };
}

/** Notes the mail that tells of a hook or a host in trouble. */
export function sendMail(world: World, hook: SimulatedHook, subject: string, text: string): void {
  const addresses = world.state.adminEmails[emailKey(hook.store_hash, hook.client_id)] ?? [];
  world.noteMail({ at: new Date().toISOString(), to: [REGISTERED_ADDRESS, ...addresses], subject, text });
}

/** Under which key a client's notification addresses for a store are kept. */
export const emailKey = (storeHash: string, clientId: string): string => `${storeHash} ${clientId}`;

function messageOf(code: ExceptionCode, destination: string): string {
  switch (code) {
    case 90001:
      return `An event could not be delivered to ${destination} and will be sent again`;
    case 90002:
      return `All attempts to deliver to ${destination} failed, the webhook will be disabled`;
    case 90003:
      return `The domain of ${destination} is blocked for a while because too many deliveries failed`;
  }
}
