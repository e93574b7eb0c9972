import { subscribe } from "#lib/db/notifications.ts";
import { log } from "#lib/log.ts";
import { STORES_CHANNEL, webhookSecrets } from "#lib/stores/records.ts";
import type { StoreStanding } from "./parse.ts";

/** How often everything is read again, in case a notification went astray. */
const REFRESH_MS = 60_000;

/**
 * Every store's standing and secret, held in memory, so that no request costs the database anything before it is
 * proven. Follows installs and uninstalls by notification; 10,000 stores take about 2 MB.
 */
export class StoreDirectory {
  #stores: Awaited<ReturnType<typeof webhookSecrets>> = new Map();
  #unsubscribe: () => void = () => undefined;
  #timer: NodeJS.Timeout | undefined;
  #reading: Promise<void> | undefined;
  #isStale = false;

  /**
   * Reads all stores and begins to follow changes.
   * @throws when the database does not answer, or a seal does not open.
   */
  async open(): Promise<void> {
    await this.#read();
    this.#unsubscribe = subscribe(STORES_CHANNEL, () => this.#refresh());
    this.#timer = setInterval(() => this.#refresh(), REFRESH_MS).unref();
  }

  /** Stops following changes. */
  close(): void {
    this.#unsubscribe();
    clearInterval(this.#timer);
  }

  /** The secret of a store's hooks; undefined for a store that never was here. */
  secretOf(storeHash: string): string | undefined {
    return this.#stores.get(storeHash)?.secret;
  }

  /** Whether a store has the app, had it, or never had it. */
  standingOf(storeHash: string): StoreStanding {
    const store = this.#stores.get(storeHash);
    if (!store) return "unknown";
    return store.isInstalled ? "installed" : "uninstalled";
  }

  async #read(): Promise<void> {
    this.#stores = await webhookSecrets();
  }

  #refresh(): void {
    if (this.#reading) {
      this.#isStale = true;
      return;
    }
    this.#reading = this.#read()
      .catch((error: unknown) =>
        log.warn({ reason: String(error) }, "could not read the stores; the known ones stand"),
      )
      .finally(() => {
        this.#reading = undefined;
        if (!this.#isStale) return;
        this.#isStale = false;
        this.#refresh();
      });
  }
}
