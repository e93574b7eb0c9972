import { StoreHash } from "#lib/ids.ts";
import { MINUTE_MS } from "#lib/time.ts";
import { arrivals, newDestination, receive } from "#tests/lab/destinations.ts";
import { until, type Ground } from "./ground.ts";
import type { Trial } from "./trial.ts";

const STORE = StoreHash.parse("lab1");
/** So many in a row that are not taken pause a destination. */
const EVENTS = 12;
const DESTINATIONS = 6;

/** Events come, and are sent on. */
async function sendOn(ground: Ground, path: string, agoMs = 0): Promise<void> {
  const before = ground.sink.received(path).length;
  await comes(agoMs);
  await until("they came", () => Promise.resolve(ground.sink.received(path).length >= before + EVENTS));
}

function comes(agoMs = 0): Promise<void> {
  const at = new Date(Date.now() - agoMs);
  return receive(arrivals(STORE, EVENTS, { occurredAt: at, arrivedAt: at }));
}

const removeDestinations = (ground: Ground) => ground.admin.query("DELETE FROM destinations");
const stateOf = (ground: Ground, state: string) =>
  ground.admin
    .query(`SELECT FROM feeds WHERE coalesce(breaker ->> 'kind', 'closed') = '${state}'`)
    .then(({ rowCount }) => rowCount);

/** Alarms about what is sent on. */
export const OF_DESTINATIONS: readonly Trial[] = [
  {
    alert: "ForwardingLate",
    live: async (ground) => {
      await removeDestinations(ground);
      await newDestination(STORE, ground.sink.url("/late"));
      await sendOn(ground, "/late");
    },
    // What came ten minutes ago, when no worker was there.
    provoke: async (ground) => {
      await ground.stop("worker");
      await comes(10 * MINUTE_MS);
      await comes(10 * MINUTE_MS);
      const before = ground.sink.received("/late").length;
      await ground.start("worker");
      await until("the backlog came", () =>
        Promise.resolve(ground.sink.received("/late").length >= before + 2 * EVENTS),
      );
    },
    // The backlog is worked off.
    mend: () => Promise.resolve(),
  },
  {
    alert: "DestinationsPaused",
    live: () => Promise.resolve(),
    provoke: async (ground) => {
      await removeDestinations(ground);
      for (let number = 0; number < DESTINATIONS; number++) {
        const path = `/paused/${number}`;
        ground.sink.answer(path, (_, response) => response.writeHead(503).end());
        await newDestination(STORE, ground.sink.url(path));
      }
      await comes();
      await until("all are paused", async () => (await stateOf(ground, "paused")) === DESTINATIONS);
    },
    // The way to the outside is there again.
    mend: async (ground) => {
      for (let number = 0; number < DESTINATIONS; number++) ground.sink.answer(`/paused/${number}`, null);
      await until("none is paused", async () => (await stateOf(ground, "paused")) === 0);
      await removeDestinations(ground);
    },
  },
];
