import { setTimeout as wait } from "node:timers/promises";
import type pg from "pg";
import { AppError } from "#lib/errors.ts";

/** A statement of a migration waits so long for a lock. Deliveries queue behind it meanwhile, and their bound is longer. */
export const LOCK_TIMEOUT_MS = 2_000;
/** Room for the deliveries that had queued, before the lock is asked for again. */
const PAUSE_MS = 1_000;
/** A reader that is in the way for longer, such as a large dump, is a person's to end. */
const GIVE_UP_MS = 10 * 60_000;
/** The same thing in the way is named again so often. */
const NAME_EVERY_MS = 30_000;
const LOOK_EVERY_MS = 250;

/** Another process held a lock for too long, or the stop came before the end. Nothing of the migration at work is left. */
export class MigrationStopped extends AppError {
  readonly code = "MIGRATION_STOPPED";
  readonly retryable = true;
}

/** SQLSTATE of an error of the server; undefined for any other error. */
export const sqlStateOf = (error: unknown): string | undefined =>
  error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;

/** How the work of one connection is guarded by another. */
export interface Guard {
  /** Looks at the server, and cancels what the other one does. */
  observer: pg.Client;
  /** Its abort cancels the statement that runs. */
  signal?: AbortSignal | undefined;
  /** Hears what is in the way, as a sentence. */
  tell(sentence: string): void;
  /** For tests; {@link GIVE_UP_MS} otherwise. */
  giveUpMs?: number | undefined;
}

/**
 * Does what one connection does whole or not at all, again and again while another process holds a lock that it needs.
 * @param what For sentences: "migration 2026…".
 * @param pid The connection's process at the server.
 * @throws {MigrationStopped} when the signal came, or the lock did not.
 */
export async function withPatience<T>(
  { observer, signal, tell, giveUpMs = GIVE_UP_MS }: Guard,
  what: string,
  pid: number,
  work: () => Promise<T>,
): Promise<T> {
  const startedAt = performance.now();
  let named = { blockers: "", at: -Infinity };
  for (;;) {
    const watch = watchBlockers(observer, pid);
    const cancel = () => void observer.query("SELECT pg_cancel_backend($1)", [pid]).catch(() => undefined);
    signal?.addEventListener("abort", cancel, { once: true });
    try {
      if (signal?.aborted)
        throw new MigrationStopped(`Stopped before ${what}; the next start goes on with it`);
      return await work();
    } catch (error) {
      if (signal?.aborted)
        throw new MigrationStopped(`Stopped; ${what} was undone, and the next start goes on with it`, {
          cause: error,
        });
      // Deadlocks are no different: one of the two gives way, and it was us.
      if (!["55P03", "40P01"].includes(sqlStateOf(error) ?? "")) throw error;
      const blockers = watch.seen() || "somebody";
      const now = performance.now();
      if (now - startedAt > giveUpMs) {
        throw new MigrationStopped(
          `Gave up on ${what}: ${blockers} still holds what it needs. It was undone; end that, and start again`,
          {
            cause: error,
          },
        );
      }
      if (blockers !== named.blockers || now - named.at > NAME_EVERY_MS) {
        tell(`Waiting with ${what}: ${blockers} holds what it needs.`);
        named = { blockers, at: now };
      }
    } finally {
      signal?.removeEventListener("abort", cancel);
      await watch.stop();
    }
    await wait(PAUSE_MS, undefined, { signal }).catch(() => undefined);
  }
}

/** Looks who is in the way of a connection, again and again; once it has failed, the last one seen was it. */
function watchBlockers(observer: pg.Client, pid: number): { seen(): string; stop(): Promise<void> } {
  const over = new AbortController();
  let seen = "";
  const looking = (async () => {
    while (!over.signal.aborted) {
      await wait(LOOK_EVERY_MS, undefined, { signal: over.signal }).catch(() => undefined);
      if (over.signal.aborted) return;
      seen = (await blockersOf(observer, pid).catch(() => "")) || seen;
    }
  })();
  return {
    seen: () => seen,
    stop: () => {
      over.abort();
      return looking;
    },
  };
}

/** Never a statement's text: it may hold anyone's data. */
async function blockersOf(observer: pg.Client, pid: number): Promise<string> {
  const { rows } = await observer.query<{
    pid: number;
    name: string | null;
    role: string | null;
    state: string | null;
    since: Date | null;
  }>(
    `SELECT blocker AS pid, nullif(application_name, '') AS name, usename AS role, state, xact_start AS since
       FROM unnest(pg_blocking_pids($1)) AS blocker LEFT JOIN pg_stat_activity ON pid = blocker
      GROUP BY 1, 2, 3, 4, 5 ORDER BY 1`,
    [pid],
  );
  return rows
    .map(({ pid: blocker, name, role, state, since }) => {
      if (blocker === 0) return "a prepared transaction";
      const about = [name, role && `role ${role}`, state, since && `since ${since.toISOString()}`];
      return `process ${blocker} of the server (${about.filter(Boolean).join(", ")})`;
    })
    .join(" and ");
}
