import { setTimeout as pause } from "node:timers/promises";
import { SealBroken } from "#lib/crypto/seal.ts";
import { subscribe } from "#lib/platform/db/notifications.ts";
import { STORES_CHANNEL } from "#lib/platform/db/channels.ts";
import {
  openStores,
  type SealedStore,
  storeMarks,
  type StoreSecret,
  webhookSecrets,
} from "#lib/features/stores/secrets.records.ts";
import { Trouble } from "#lib/log/trouble.ts";
import type { StoreStanding } from "./parse.ts";
import { REFRESH_MS } from "./refresh.ts";

/** Where there is a copy of the stores, the database gets so long to tell them before that is taken. */
const COPY_AFTER_MS = 2_000;
/** Stores that a line of the log names; the others are counted. */
const NAMED_MAX = 10;

const UNREAD = new Trouble({
  level: "warn",
  message: "could not read the stores; the known ones stand",
  over: "the stores were read again",
});

const UNOPENED = new Trouble({
  level: "error",
  message: "no key of ENCRYPTION_KEYS opens the webhook secrets of some stores",
  over: "the webhook secrets of all stores open again",
});

/**
 * Every store's standing and secret, held in memory, so that no request costs the database anything before it is
 * proven. Follows installs and uninstalls by notification, one store at a time, and looks every minute whether any went
 * astray; 10,000 stores take about 6 MB.
 */
export class StoreDirectory {
  #stores: Map<string, StoreSecret> = new Map();
  /** Of each part, as it was before it was read: what changed in between is read again. */
  #marks: ReadonlyMap<number, string> = new Map();
  #unsubscribe: () => void = () => undefined;
  #timer: NodeJS.Timeout | undefined;
  /** Stores to read again, once what is being read is here; null when any of them may have changed. */
  #stale: Set<string> | null = new Set();
  #reading: Promise<void> | undefined;
  #isOpenable = true;
  #isRead = false;
  readonly #keep: (stores: readonly SealedStore[], isAll: boolean) => void;

  /** @param keep Gets what was read: all stores, or some of them. */
  constructor(keep: (stores: readonly SealedStore[], isAll: boolean) => void = () => undefined) {
    this.#keep = keep;
  }

  /** False when no key opened a single secret the last time that it was looked: the keys are another database's. */
  get isOpenable(): boolean {
    return this.#isOpenable;
  }

  /** Whether the database told of all stores since `open` began. */
  get isRead(): boolean {
    return this.#isRead;
  }

  /**
   * Reads all stores and begins to follow changes.
   * @param copy What was known of them before, to go on with while the database is away.
   * @throws when there is none and the database does not answer, or when not one seal opens.
   */
  async open(copy: readonly SealedStore[] | null = null): Promise<void> {
    try {
      await this.#readAll(copy ? COPY_AFTER_MS : null);
    } catch (error) {
      if (!copy || error instanceof SealBroken) throw error;
      UNREAD.met(error);
      const stores = openStores(copy, new Map());
      judge(stores);
      this.#stores = stores;
    }
    this.#unsubscribe = subscribe(STORES_CHANNEL, (hash) => void this.#refresh(hash));
    this.#timer = setInterval(() => void this.look(), REFRESH_MS).unref();
  }

  async #readAll(withinMs: number | null): Promise<void> {
    const enough = new AbortController();
    const read = (async () => {
      const marks = await storeMarks();
      return { stores: await webhookSecrets("all", this.#stores), marks };
    })();
    try {
      const late =
        withinMs === null
          ? []
          : [
              pause(withinMs, undefined, { signal: enough.signal, ref: false }).then(() => {
                throw new Error(`the database did not tell the stores within ${withinMs} ms`);
              }),
            ];
      const { stores, marks } = await Promise.race([read, ...late]);
      judge(stores);
      [this.#stores, this.#marks, this.#isRead] = [stores, marks, true];
      this.#keep(sealed(stores), true);
    } finally {
      enough.abort();
    }
  }

  /** Stops following changes. */
  close(): void {
    this.#unsubscribe();
    clearInterval(this.#timer);
  }

  /** Looks which stores have changed and reads those again; happens by itself, too. Never throws. Repeatable. */
  look(): Promise<void> {
    return this.#refresh(null);
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

  /**
   * Reads one store again, or what changed; one reading at a time, so that an older answer never replaces a newer. Resolves
   * when it is read, or could not be.
   */
  #refresh(hash: string | null): Promise<void> {
    if (hash === null) this.#stale = null;
    else this.#stale?.add(hash);
    return (this.#reading ??= this.#readStale());
  }

  async #readStale(): Promise<void> {
    try {
      while (this.#stale === null || this.#stale.size > 0) {
        const hashes = this.#stale && [...this.#stale];
        this.#stale = new Set();
        if (hashes) await this.#readThese(hashes);
        else await this.#readChanged();
      }
    } catch (error) {
      // Whatever could not be read is found by the next look, at the latest after REFRESH_MS.
      UNREAD.met(error);
      if (error instanceof SealBroken) this.#isOpenable = false;
    } finally {
      this.#reading = undefined;
    }
  }

  async #readThese(hashes: readonly string[]): Promise<void> {
    const read = await webhookSecrets({ hashes }, this.#stores);
    noteUnopened(brokenOf(read));
    for (const [hash, store] of read) this.#stores.set(hash, store);
    this.#keep(sealed(read), false);
  }

  async #readChanged(): Promise<void> {
    const marks = await storeMarks();
    const parts = new Set(
      [...marks.keys(), ...this.#marks.keys()].filter((part) => marks.get(part) !== this.#marks.get(part)),
    );
    if (parts.size > 0) {
      const read = await webhookSecrets({ parts: [...parts] }, this.#stores);
      const rest = [...this.#stores].filter(([, { part }]) => !parts.has(part));
      const stores = new Map([...rest, ...read]);
      judge(stores);
      [this.#stores, this.#marks] = [stores, marks];
      this.#keep(sealed(stores), true);
    } else judge(this.#stores);
    this.#isRead = true;
    this.#isOpenable = true;
    UNREAD.passed();
  }
}

const sealed = (stores: ReadonlyMap<string, StoreSecret>): SealedStore[] =>
  [...stores].map(([hash, { sealed: seals, isInstalled, retentionDays, part }]) => ({
    hash,
    sealed: seals,
    isInstalled,
    retentionDays,
    part,
  }));

/** Says of all stores whose seals do not open, or that each does. @throws {SealBroken} when not one of them opens. */
function judge(stores: ReadonlyMap<string, StoreSecret>): void {
  const broken = brokenOf(stores);
  const [first] = broken;
  if (first && broken.length === stores.size) throw first.fault;
  if (first) noteUnopened(broken);
  else UNOPENED.passed();
}

interface Broken {
  hash: string;
  fault: SealBroken;
}

function brokenOf(stores: ReadonlyMap<string, StoreSecret>): Broken[] {
  return [...stores].flatMap(([hash, { fault }]) => (fault ? [{ hash, fault }] : []));
}

function noteUnopened(broken: readonly Broken[]): void {
  const named = broken.slice(0, NAMED_MAX).map(({ hash }) => hash);
  if (broken[0]) UNOPENED.met(broken[0].fault, { stores: broken.length, named });
}
