import { subscribe } from "#lib/platform/db/notifications.ts";
import { WEBHOOKS_CHANNEL } from "#lib/platform/db/channels.ts";
import type { StoreHash } from "#lib/ids.ts";

/**
 * Yields each time that a store's webhooks, or what is wanted of them, may have changed, by this process or another, until
 * `signal` aborts. Several changes in a row, faster than the reader, come as one.
 */
export async function* webhookChanges(
  store: StoreHash,
  signal: AbortSignal,
): AsyncGenerator<void, void, undefined> {
  let isNews = false;
  let wake: () => void = () => undefined;
  const leave = subscribe(WEBHOOKS_CHANNEL, (payload) => {
    // After a lost connection nobody knows what was missed.
    if (payload !== null && payload !== store) return;
    isNews = true;
    wake();
  });
  const stop = () => wake();
  signal.addEventListener("abort", stop, { once: true });
  try {
    while (!signal.aborted) {
      if (isNews) {
        isNews = false;
        yield;
        continue;
      }
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  } finally {
    signal.removeEventListener("abort", stop);
    leave();
  }
}
