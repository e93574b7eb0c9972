import { eventId, parseEventId } from "#lib/features/events/ids.ts";
import { StoreHash } from "#lib/ids.ts";
import { whenHealthy } from "#scripts/ready.ts";
import { percentile } from "#tests/bench/statistics.ts";
import type { LogRow } from "#tests/crash/read-log.ts";
import { cameAt, lostAndCopies } from "#tests/forwarding/ground.ts";
import { newDestination } from "#tests/lab/destinations.ts";
import type { Found } from "#tests/lab/found.ts";
import type { SteadyLoad } from "#tests/surroundings/steady-load.ts";
import type { Sink } from "#tests/support/sink.ts";
import type { Fleet } from "./fleet.ts";
import { watchMachine } from "./machine.ts";
import { answeredPercent, faultsOfLoad, faultsOfPassed, limitOf, unanswered } from "./verdict.ts";

/** What the fleet sends on comes here. */
const PATH = "/fleet";
/** Requests to a destination at once: a worker that ends has sent so many at most without a note of it. */
const CONCURRENCY = 20;
/** Until what was acknowledged has to be in the log. */
const PATIENCE_MS = 60_000;

/** What happens to a fleet meanwhile. */
export interface Play {
  perSecond: number;
  /** Part of the first attempts that has to be answered 200. */
  percentMin: number;
  /** Does it, and says in figures what it did, and how many workers ended without a chance to note what they had sent. */
  act(
    load: SteadyLoad,
  ): Promise<{ figures: Record<string, number>; workersEnded: number; faults?: string[] }>;
}

/** What became of a store's deliveries at the destination that gets its events. */
export interface AtDestination {
  lost: number;
  copies: number;
  /** Milliseconds from a delivery's first attempt to its event's arrival at the destination. */
  lagsMs: number[];
}

/** Waits for all events of a load that are in the log to come to a path of the sink. */
export async function atDestination(
  sink: Sink,
  path: string,
  load: Pick<SteadyLoad, "answers">,
  log: readonly LogRow[],
): Promise<AtDestination> {
  const sent = load.answers();
  const ids = log.filter(({ hash }) => sent.has(hash)).map(eventId);
  const { lost, copies } = await lostAndCopies(sink, path, ids);
  const lagsMs = [...cameAt(sink, path)].flatMap(([id, atMs]) => {
    const answered = sent.get(parseEventId(id)?.hash ?? "");
    return answered ? [atMs - answered.atMs] : [];
  });
  return { lost, copies, lagsMs };
}

/**
 * Has a fleet take deliveries, and send each event on, while something happens to it. Then holds the log against the
 * answers, and the destination against the log; and asks for its health.
 */
export async function underLoad(fleet: Fleet, sink: Sink, play: Play): Promise<Found> {
  await newDestination(StoreHash.parse(fleet.sender.storeHash), sink.url(PATH), { concurrency: CONCURRENCY });
  const machine = watchMachine();
  const load = fleet.startLoad(play.perSecond);
  const { figures, workersEnded, faults = [] } = await play.act(load);
  const report = await load.end(fleet.readLog, PATIENCE_MS);
  const use = machine.end();
  const limit = limitOf(use);
  const { lost, copies, lagsMs } = await atDestination(sink, PATH, load, await fleet.readLog());
  const copiesMax = workersEnded * CONCURRENCY;
  const [port = 0] = fleet.ports;
  const illness = await whenHealthy({ port, host: undefined }).then(
    () => [],
    (error: unknown) => [error instanceof Error ? error.message : String(error)],
  );
  return {
    figures: {
      ...figures,
      sent: report.sent,
      answeredPercent: answeredPercent(report),
      worstTwoMinutesPercent: report.answeredPercentMin,
      p50Ms: report.p50,
      p99Ms: report.p99,
      slowestMs: report.max,
      lost: report.lost,
      doubled: report.doubled,
      sentOnLost: lost,
      sentOnCopies: copies,
      sentOnCopiesMax: copiesMax,
      sentOnP50Ms: percentile(lagsMs, 0.5),
      sentOnP95Ms: percentile(lagsMs, 0.95),
      processMb: fleet.processMb(),
      ...use,
    },
    notes: [...(limit === null ? [] : [limit]), ...unanswered(fleet.front.accessLog())],
    faults: [
      ...faults,
      ...faultsOfLoad(report, play.percentMin),
      ...faultsOfPassed({ lost, copies, copiesMax }),
      ...illness,
    ],
  };
}
