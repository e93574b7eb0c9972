import { SealBroken } from "#lib/crypto/seal.ts";
import { subscribe } from "#lib/platform/db/notifications.ts";
import { webhookSecrets, type StoreSecret } from "#lib/features/stores/secrets.records.ts";
import { STORES_CHANNEL } from "#lib/platform/db/channels.ts";
import { Trouble } from "#lib/log/trouble.ts";
import type { StoreStanding } from "./parse.ts";
import { REFRESH_MS } from "./refresh.ts";

const UNREAD = new Trouble({
  level: "warn",
  message: "could not read the stores; the known ones stand",
  over: "the stores were read again",
});

/**
 * Every store's standing and secret, held in memory, so that no request costs the database anything before it is
 * proven. Follows installs and uninstalls by notification, one store at a time; 10,000 stores take about 3 MB.
 */
export class StoreDirectory {
  #stores: Map<string, StoreSecret> = new Map();
  #unsubscribe: () => void = () => undefined;
  #timer: NodeJS.Timeout | undefined;
  /** Stores to read again, once what is being read is here; null when any of them may have changed. */
  #stale: Set<string> | null = new Set();
  #isReading = false;
  #isOpenable = true;

  /** False when no key opened a single secret the last time that all stores were read: the keys are another database's. */
  get isOpenable(): boolean {
    return this.#isOpenable;
  }

  /**
   * Reads all stores and begins to follow changes.
   * @throws when the database does not answer, or a seal does not open.
   */
  async open(): Promise<void> {
    this.#stores = await webhookSecrets(null, this.#stores);
    this.#unsubscribe = subscribe(STORES_CHANNEL, (hash) => void this.#refresh(hash));
    this.#timer = setInterval(() => void this.#refresh(null), REFRESH_MS).unref();
  }

  /** Stops following changes. */
  close(): void {
    this.#unsubscribe();
    clearInterval(this.#timer);
  }

  /** What the secret header of a store's hooks may hold; nothing for a store that never was here. */
  secretsOf(storeHash: string): readonly string[] {
    return this.#stores.get(storeHash)?.secrets ?? [];
  }

  /** Days that a store's owner wants events to be kept; null where the operator is followed. */
  retentionDaysOf(storeHash: string): number | null {
    return this.#stores.get(storeHash)?.retentionDays ?? null;
  }

  /** Whether a store has the app, had it, or never had it. */
  standingOf(storeHash: string): StoreStanding {
    const store = this.#stores.get(storeHash);
    if (!store) return "unknown";
    return store.isInstalled ? "installed" : "uninstalled";
  }

  /** Reads one store again, or all of them; one reading at a time, so that an older answer never replaces a newer. */
  async #refresh(hash: string | null): Promise<void> {
    if (hash === null) this.#stale = null;
    else this.#stale?.add(hash);
    if (this.#isReading) return;
    this.#isReading = true;
    try {
      while (this.#stale === null || this.#stale.size > 0) {
        const hashes = this.#stale && [...this.#stale];
        this.#stale = new Set();
        const read = await webhookSecrets(hashes, this.#stores);
        if (hashes === null) {
          this.#stores = read;
          this.#isOpenable = true;
          UNREAD.passed();
        } else for (const [name, store] of read) this.#stores.set(name, store);
      }
    } catch (error) {
      // Whatever could not be read is read with all others, at the latest after REFRESH_MS.
      UNREAD.met(error);
      if (error instanceof SealBroken) this.#isOpenable = false;
    } finally {
      this.#isReading = false;
    }
  }
}
