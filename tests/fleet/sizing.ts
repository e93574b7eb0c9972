/** What a fleet with a long log and many stores was found to need. Times in milliseconds, memory in megabytes. */
export interface Sizing {
  stores: number;
  events: number;
  startMs: { receiver: number; worker: number };
  /** At rest, after the start, and at most while all stores were checked and deliveries came. */
  restMb: { receiver: number; worker: number };
  mostMb: { receiver: number; worker: number };
  /** To the database, at most, of one process. */
  connections: { receiver: number; worker: number };
  /** 95th percentiles of one of a store's pages, by its name: of the store with the most events, and of one in the middle. */
  pagesMs: Record<string, { largest: number; middle: number }>;
  /** One check of so many stores, by all workers at once. */
  checked: number;
  checkSeconds: number;
  checkCpuMs: { worker: number; database: number };
  diskMbPerMillion: { events: number; hours: number };
  /** Of the processor, for each delivery: its receiver, PostgreSQL, and the workers. */
  deliveryCpuMs: { receiver: number; database: number; worker: number };
}

const rounded = (value: number, digits = 0): string =>
  value.toLocaleString("en-US", { minimumFractionDigits: digits, maximumFractionDigits: digits });

/** The table as docs have it. Pure. */
export function sizingTable(found: Sizing): string {
  const { startMs, restMb, mostMb, connections, checkCpuMs, deliveryCpuMs, diskMbPerMillion } = found;
  const rows = [
    [`${rounded(found.stores)} stores, ${rounded(found.events)} events`, "Receiver", "Worker"],
    ["---", "---:", "---:"],
    [
      "start, until it is ready",
      `${rounded(startMs.receiver / 1_000, 1)} s`,
      `${rounded(startMs.worker / 1_000, 1)} s`,
    ],
    ["memory at rest", `${rounded(restMb.receiver)} MB`, `${rounded(restMb.worker)} MB`],
    ["memory at most", `${rounded(mostMb.receiver)} MB`, `${rounded(mostMb.worker)} MB`],
    ["connections to the database at most", rounded(connections.receiver), rounded(connections.worker)],
    [
      "processor for a delivery",
      `${rounded(deliveryCpuMs.receiver, 2)} ms`,
      `${rounded(deliveryCpuMs.worker, 2)} ms`,
    ],
    ["processor for a store's check", "", `${rounded(checkCpuMs.worker, 1)} ms`],
  ];
  const besides = [
    ["Besides", ""],
    ["---", "---:"],
    ["PostgreSQL's processor for a delivery", `${rounded(deliveryCpuMs.database, 2)} ms`],
    ["PostgreSQL's processor for a store's check", `${rounded(checkCpuMs.database, 1)} ms`],
    [`a check of ${rounded(found.checked)} stores at once`, `${rounded(found.checkSeconds)} s`],
    ...Object.entries(found.pagesMs).map(([name, { largest, middle }]) => [
      `${name}, p95: the store with most events, one in the middle`,
      `${rounded(largest)} ms, ${rounded(middle)} ms`,
    ]),
    ["disk for a million events", `${rounded(diskMbPerMillion.events)} MB`],
    ["hourly counts for a million events", `${rounded(diskMbPerMillion.hours)} MB`],
  ];
  return [rows, besides]
    .map((table) => table.map((cells) => `| ${cells.join(" | ")} |`).join("\n"))
    .join("\n\n");
}

/** How many of the events wanted this disk has room for, in whole millions; all of them where it has. Pure. */
export function eventsThatFit(wanted: number, freeBytes: number): number {
  const fit = Math.floor((freeBytes - KEPT_FREE_BYTES) / BYTES_PER_MILLION);
  return Math.min(wanted, Math.max(0, fit) * 1_000_000);
}

/** With indexes, hourly counts, and what vacuuming needs meanwhile. */
const BYTES_PER_MILLION = 1.8e9;
/** For the write-ahead log, and for whoever else writes. */
const KEPT_FREE_BYTES = 10e9;
