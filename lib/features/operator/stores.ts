import { readStanding } from "#lib/features/alerts/standing.ts";
import { storeVerdict, type StoreVerdict } from "#lib/features/alerts/store-verdict.ts";
import { storeClock } from "#lib/features/subscriptions/store-clock.ts";
import {
  destinationRows,
  storeRow,
  storeRows,
  type DestinationRow,
  type StoreQuery,
  type StoreRow,
} from "./stores.records.ts";

/** A store and how it is doing. */
export interface StoreSummary extends StoreRow {
  /** What Overview says in short; null of a store without the app. */
  verdict: StoreVerdict["state"] | null;
  lastEventAt: Date | null;
  /** How long the last event took from the shop to us. */
  lagMs: number | null;
}

/** The same, and what helps with one store. */
export interface StoreDetails extends StoreSummary {
  /** What Overview says, in English. */
  sentence: string | null;
  webhooks: { wanted: number; healthy: number };
  /** Webhooks that are wanted and not well, with their verdicts. */
  troubled: { scope: string; verdict: string }[];
  /** What was refused in the last 24 hours, by reason. */
  refusals: Record<string, number>;
  destinations: DestinationRow[];
}

const WELL: ReadonlySet<string> = new Set(["receiving", "waiting", "starting"]);

/**
 * A page of stores, each with its verdict, read one after the other so that a page takes little from the app.
 * @returns the stores, and what asks for the next page; null behind the last one.
 */
export async function storesPage(
  query: StoreQuery,
  now: Date,
): Promise<{ stores: StoreSummary[]; next: string | null }> {
  const rows = await storeRows({ ...query, limit: query.limit + 1 });
  const stores: StoreSummary[] = [];
  for (const row of rows.slice(0, query.limit)) stores.push((await standingOf(row, now)).summary);
  return { stores, next: rows.length > query.limit ? (stores.at(-1)?.hash ?? null) : null };
}

/** One store, known or gone; null when it never was. */
export async function storeDetails(hash: string, now: Date): Promise<StoreDetails | null> {
  const row = await storeRow(hash);
  if (!row) return null;
  const { summary, sentence, wanted, rejections } = await standingOf(row, now);
  return {
    ...summary,
    sentence,
    webhooks: { wanted: wanted.length, healthy: wanted.filter(({ verdict }) => WELL.has(verdict)).length },
    troubled: wanted.filter(({ verdict }) => !WELL.has(verdict)),
    refusals: Object.fromEntries(rejections.map(({ reason, count }) => [reason, count])),
    destinations: await destinationRows(row.hash),
  };
}

async function standingOf(row: StoreRow, now: Date) {
  const { list, troubles, latest, timezone, rejections } = await readStanding(row.hash, now);
  const wanted = list.groups.flatMap(({ events }) => events).filter((event) => event.wanted);
  const lastEventAt = latest?.lastArrivedAt ?? null;
  const facts = { list, wanted, troubles, lastEventAt, clock: storeClock(timezone) };
  const said = row.state === "removed" ? null : storeVerdict(facts, now);
  const lagMs = latest && Math.max(0, latest.firstArrivedAt.getTime() - latest.occurredAt.getTime());
  return {
    summary: { ...row, verdict: said?.state ?? null, lastEventAt, lagMs },
    sentence: said?.sentence ?? null,
    wanted: said === null ? [] : wanted.map(({ scope, health }) => ({ scope, verdict: health.verdict })),
    rejections,
  };
}
