import { followEvents, newMemory } from "#lib/client/live/live-stream.ts";
import { signedDeliveries } from "#tests/lab/deliveries.ts";
import { openLab, type Lab, type LabProcess } from "#tests/lab/lab.ts";
import { openTab } from "./live-tab.ts";
import { openRound } from "./open-loop.ts";
import { buildProductCopy } from "./product-copy.ts";
import { openSession } from "./session.ts";
import { percentile, resultOf, type Result } from "./statistics.ts";

const VIEWERS = 50;
const PER_SECOND = 200;
const PART_SECONDS = 60;
/** News that are on their way when the last delivery is acknowledged. */
const GRACE_MS = 3_000;

/**
 * Measures the time from a delivery's acknowledgement to the viewers of its store, fifty of them at two processes of the
 * app, at 200 deliveries a second; half-way every viewer loses the connection. Each event has to reach each viewer once.
 * One tab of a browser shows the log meanwhile: when its rows appear, and what it costs.
 */
export async function measureLive(
  _rounds: number,
  say: (line: string) => void,
  { seconds }: { seconds: number },
): Promise<Result[]> {
  say("building ...");
  const server = await buildProductCopy();
  const lab = await openLab();
  try {
    const apps = [await lab.start(server), await lab.start(server)] as const;
    const session = await openSession(lab.sender.storeHash);
    const viewers = Array.from({ length: VIEWERS }, (_, index) =>
      watch(apps[index % apps.length] ?? apps[0], lab, session.bearer),
    );
    const tab = await openTab(apps[0].origin, lab.sender.storeHash, session.cookie);
    say(`${VIEWERS} viewers and a tab look on, ${PER_SECOND} deliveries a second come for ${seconds} s ...`);

    const acknowledgedAt = new Map<string, number>();
    const dropping = setTimeout(() => viewers.forEach(({ drop }) => drop()), (seconds * 1000) / 2);
    await Promise.all(
      apps.map((app) =>
        deliver(lab, app, {
          perSecond: PER_SECOND / apps.length,
          seconds,
          onAnswered: (hash) => acknowledgedAt.set(hash, Date.now()),
        }),
      ),
    );
    clearTimeout(dropping);
    await new Promise((resolve) => setTimeout(resolve, GRACE_MS));

    const cost = await tab.close();
    for (const viewer of viewers) viewer.end();
    const faults = viewers.flatMap(({ seen }) => {
      const missed = [...acknowledgedAt.keys()].filter((hash) => !seen.has(hash)).length;
      const doubled = [...seen.values()].filter(({ times }) => times > 1).length;
      return [{ missed, doubled }];
    });
    const missed = faults.reduce((sum, fault) => sum + fault.missed, 0);
    const doubled = faults.reduce((sum, fault) => sum + fault.doubled, 0);
    say(`${acknowledgedAt.size} acknowledged, ${missed} missed and ${doubled} doubled over all viewers`);

    const toViewer = viewers.flatMap(({ seen }) =>
      delays(
        [...seen].map(([hash, { at }]) => [hash, at]),
        acknowledgedAt,
      ),
    );
    const hashOfId = new Map(
      viewers.flatMap(({ seen }) => [...seen].map(([hash, { id }]) => [id, hash] as const)),
    );
    const rows = cost.rows.flatMap(([id, at]) =>
      hashOfId.has(id) ? [[hashOfId.get(id) ?? "", at] as const] : [],
    );
    const toRow = delays(rows, acknowledgedAt);
    say(`${toRow.length} rows appeared in the tab`);
    return [
      resultOf("live.viewer.p50", "ms", [percentile(toViewer, 0.5)]),
      resultOf("live.viewer.p95", "ms", [percentile(toViewer, 0.95)]),
      resultOf("live.viewer.p99", "ms", [percentile(toViewer, 0.99)]),
      resultOf("live.row.p50", "ms", [percentile(toRow, 0.5)]),
      resultOf("live.row.p95", "ms", [percentile(toRow, 0.95)]),
      resultOf("live.tab.cpu", "of a core", [cost.cpuShare]),
      resultOf("live.tab.memory", "MB", [cost.privateBytes / 1024 / 1024]),
      resultOf("live.tab.resident", "MB", [cost.residentBytes / 1024 / 1024]),
      resultOf("live.missed", "events over all viewers", [missed]),
      resultOf("live.doubled", "events over all viewers", [doubled]),
    ];
  } finally {
    await lab.close();
  }
}

/** Signs the deliveries of one part after those of the one before are sent: a signature is good for minutes only. */
async function deliver(
  { sender }: Lab,
  { origin }: LabProcess,
  { seconds, ...round }: { perSecond: number; seconds: number; onAnswered(hash: string): void },
): Promise<void> {
  for (let left = seconds; left > 0; left -= PART_SECONDS) {
    const deliveries = signedDeliveries(round.perSecond * Math.min(left, PART_SECONDS), sender, new Date());
    await openRound({ ...round, url: `${origin}/api/webhooks/${sender.storeHash}`, deliveries });
  }
}

/** How long after its acknowledgement each event was there; those that came before it count as at once. */
function delays(
  seen: readonly (readonly [hash: string, at: number])[],
  since: ReadonlyMap<string, number>,
): number[] {
  return seen.flatMap(([hash, at]) => {
    const from = since.get(hash);
    return from === undefined ? [] : [Math.max(0, at - from)];
  });
}

interface Seen {
  id: string;
  at: number;
  times: number;
}

/** Somebody who looks at the log, with what a page of ours uses for it. */
function watch({ origin }: LabProcess, lab: Lab, bearer: string) {
  const seen = new Map<string, Seen>();
  const ended = new AbortController();
  let connection = new AbortController();
  const url = `${origin}/s/${lab.sender.storeHash}/api/events/stream`;
  void followEvents({
    open: async (lastId, signal) => {
      connection = new AbortController();
      const response = await fetch(url, {
        headers: { Authorization: `Bearer ${bearer}`, ...(lastId !== null && { "Last-Event-ID": lastId }) },
        signal: AbortSignal.any([signal, connection.signal]),
      });
      if (!response.ok) throw new Error(`the stream answered ${response.status}`);
      return response;
    },
    onEvent: ({ hash, id }) => {
      const before = seen.get(hash);
      seen.set(hash, { id, at: before?.at ?? Date.now(), times: (before?.times ?? 0) + 1 });
    },
    onGap: () => undefined,
    onState: () => undefined,
    wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    memory: newMemory(),
    signal: ended.signal,
  });
  return { seen, drop: () => connection.abort(), end: () => ended.abort() };
}
