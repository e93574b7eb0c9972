import type { StoreHash } from "#lib/ids.ts";
import { STORES_CHANNEL } from "#lib/platform/db/channels.ts";
import { subscribe } from "#lib/platform/db/notifications.ts";

/**
 * Aborts as soon as a change of the store ends a person's right to it, such as an uninstallation: what stays open would
 * find out at its next heartbeat.
 * @returns `forget` ends the watch, and may be called twice.
 */
export function untilStoreLeaves(
  store: StoreHash,
  isStillAllowed: () => Promise<boolean>,
): { signal: AbortSignal; forget(): void } {
  const left = new AbortController();
  const forget = subscribe(STORES_CHANNEL, (hash) => {
    if (hash !== null && hash !== store) return;
    void isStillAllowed().then(
      (isAllowed) => isAllowed || left.abort(),
      () => undefined,
    );
  });
  return { signal: left.signal, forget };
}
