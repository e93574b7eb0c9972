import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import type pg from "pg";

/** A notification takes milliseconds. */
const NEWS_WITHIN_MS = 2_000;

/**
 * Whether something between us and PostgreSQL hands out its connections by the transaction. Then two of ours that are open
 * at once turn out to be the same process at the server, or one of them another process than a moment ago; in which order
 * depends on whether the pooler gives the last connection first, or goes round.
 * @param one,other Two connections, both open.
 */
export async function connectionsAreShared(one: pg.Client, other: pg.Client): Promise<boolean> {
  const seen = new Map<pg.Client, number>();
  for (const client of [one, one, other, one, other, other, one]) {
    const { rows } = await client.query<{ pid: number }>("SELECT pg_backend_pid() AS pid");
    const pid = rows[0]?.pid ?? 0;
    if (seen.has(client) && seen.get(client) !== pid) return true;
    seen.set(client, pid);
  }
  return seen.get(one) === seen.get(other);
}

/** Whether what one connection tells is heard by another that listens. */
export async function hearsNews(listener: pg.Client, teller: pg.Client): Promise<boolean> {
  const channel = `check_${randomUUID().replaceAll("-", "")}`;
  const enough = new AbortController();
  const heard = new Promise<boolean>((resolve) => {
    listener.on("notification", (message) => message.channel === channel && resolve(true));
  });
  const late = wait(NEWS_WITHIN_MS, false, { signal: enough.signal, ref: false }).catch(() => false);
  await listener.query(`LISTEN ${channel}`);
  await teller.query(`NOTIFY ${channel}`);
  const isHeard = await Promise.race([heard, late]);
  enough.abort();
  return isHeard;
}
