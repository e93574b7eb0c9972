import { findPanel } from "#lib/features/auth/records.ts";
import { config } from "#lib/config/config.ts";
import { allowsFraming, wholeOrigins } from "#lib/contract/values/frame-sources.ts";
import { StoreHash } from "#lib/ids.ts";
import { Trouble } from "#lib/log/trouble.ts";

/** How long a panel that is known stays so, and how long one that is not. */
const KNOWN_MS = 60_000;
const UNKNOWN_MS = 5_000;
/** Longest that a page waits for it. */
const WAIT_MS = 250;
/** Stores that one process remembers; about 2 MB. The one that was asked for first goes first. */
const STORES_MAX = 10_000;

const UNREAD = new Trouble({
  level: "warn",
  message: "could not read a store's control panel; the wide policy stands",
});

/** Where the database says that a store's control panel is; `controlPanelUrl` is BigCommerce's word. */
export type ReadPanel = (store: StoreHash) => Promise<{ controlPanelUrl: string | null } | null>;

interface Remembered {
  source: Promise<string | null>;
  untilMs: number;
}

/**
 * Knows which origin frames a store's pages. Remembers what the database said for a minute. An unknown store, a panel
 * that is not known yet, one that the wide policy does not allow, and a database that does not answer in time all count
 * as not known: the wide policy holds then, and the page is served.
 */
export class PanelDirectory {
  readonly #read: ReadPanel;
  readonly #waitMs: number;
  readonly #remembered = new Map<string, Remembered>();

  constructor(read: ReadPanel, waitMs = WAIT_MS) {
    this.#read = read;
    this.#waitMs = waitMs;
  }

  /** The origin of a store's control panel, as a source for `frame-ancestors`; null when it is not known. */
  async sourceOf(store: StoreHash, wide: string, now: Date): Promise<string | null> {
    const nowMs = now.getTime();
    const known = this.#remembered.get(store);
    if (known && nowMs < known.untilMs) return this.#inTime(known.source);
    const reading: Remembered = { source: Promise.resolve(null), untilMs: nowMs + UNKNOWN_MS };
    reading.source = this.#read(store).then(
      (panel) => {
        const source = panelSource(panel?.controlPanelUrl ?? null, wide);
        if (source !== null) reading.untilMs = nowMs + KNOWN_MS;
        return source;
      },
      (error: unknown) => {
        UNREAD.met(error);
        return null;
      },
    );
    this.#remember(store, reading);
    return this.#inTime(reading.source);
  }

  #remember(store: string, reading: Remembered): void {
    this.#remembered.delete(store);
    const [oldest] = this.#remembered.keys();
    if (this.#remembered.size >= STORES_MAX && oldest !== undefined) this.#remembered.delete(oldest);
    this.#remembered.set(store, reading);
  }

  async #inTime(source: Promise<string | null>): Promise<string | null> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<null>((settle) => {
      timer = setTimeout(() => settle(null), this.#waitMs);
    });
    try {
      return await Promise.race([source, late]);
    } finally {
      clearTimeout(timer);
    }
  }
}

/**
 * The origin of an address, when the wide policy allows it and it can stand in a policy; else null. An address may hold
 * characters that end a directive, such as a semicolon in its host. Pure.
 */
export function panelSource(url: string | null, wide: string): string | null {
  const parsed = URL.parse(url ?? "");
  if (!parsed || !/^[a-z0-9.-]+$/.test(parsed.hostname)) return null;
  return allowsFraming(wide, parsed.origin) ? parsed.origin : null;
}

/**
 * The sources for a store whose panel is known: that panel, of all that a wildcard stands for, and the origins that the wide
 * policy names in full, such as a simulator's. Pure.
 */
export function narrowed(panel: string, wide: string): string {
  return [...new Set([panel, ...wholeOrigins(wide)])].join(" ");
}

const directory = new PanelDirectory(findPanel);

/**
 * The sources of `frame-ancestors` for a path: of a store's pages, once its control panel is known, that panel instead of
 * every store's; of everything else the wide policy. Never rejects.
 */
export async function frameAncestorsOf(pathname: string, now: Date): Promise<string> {
  const { frameAncestors } = config();
  const store = StoreHash.safeParse(/^\/s\/([^/]+)/.exec(pathname)?.[1]);
  if (!store.success) return frameAncestors;
  const panel = await directory.sourceOf(store.data, frameAncestors, now);
  return panel === null ? frameAncestors : narrowed(panel, frameAncestors);
}
