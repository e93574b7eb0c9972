import { setTimeout as pause } from "node:timers/promises";
import type { Found } from "#tests/lab/found.ts";
import { whenServing } from "#tests/lab/members.ts";
import { openFleet, RECEIVERS, WORKERS } from "./fleet.ts";
import type { Stage } from "./stage.ts";
import { underLoad } from "./under-load.ts";

const MEMBERS = RECEIVERS + WORKERS;
/** Between one process that is back and the end of the next. */
const REST_MS = 1_000;

/** A receiver and a worker in turn. */
const memberOf = (turn: number): number =>
  (turn % 2 === 0 ? 0 : RECEIVERS) + (Math.floor(turn / 2) % RECEIVERS);

/** One of the processes is killed every few seconds and started again at once, however long its start takes. */
export async function kills({ lab, sink, seconds, perSecond, everySeconds }: Stage): Promise<Found> {
  const fleet = await openFleet(lab);
  const found = await underLoad(fleet, sink, {
    perSecond,
    percentMin: 100,
    act: async () => {
      const starting = new Map<number, Promise<void>>();
      const startsMs: number[] = [];
      let [killed, workersEnded, leastUp] = [0, 0, MEMBERS];
      const endAtMs = performance.now() + seconds * 1_000;
      for (let turn = 0; performance.now() < endAtMs; turn++) {
        const next = pause(everySeconds * 1_000);
        const index = memberOf(turn);
        // On a machine so slow that it has not come back from its last turn, the next one's is enough.
        if (!starting.has(index)) {
          const killedAtMs = performance.now();
          const restarted = fleet.members.restart(index, "SIGKILL").then(() => {
            starting.delete(index);
            startsMs.push(performance.now() - killedAtMs);
          });
          starting.set(index, restarted);
          leastUp = Math.min(leastUp, MEMBERS - starting.size);
          killed++;
          if (index >= RECEIVERS) workersEnded++;
        }
        await next;
      }
      await Promise.all(starting.values());
      const slowestBackMs = Math.max(0, ...startsMs);
      return { figures: { kills: killed, leastUp, slowestBackMs }, workersEnded };
    },
  });
  await fleet.close();
  return found;
}

/** Each process in turn is told to stop and started again, the next one when the one before is ready. */
export async function rolling({ lab, sink, perSecond }: Stage): Promise<Found> {
  const fleet = await openFleet(lab);
  const found = await underLoad(fleet, sink, {
    perSecond,
    percentMin: 100,
    act: async () => {
      const beganMs = performance.now();
      const ends: string[] = [];
      for (let index = 0; index < MEMBERS; index++) {
        await pause(REST_MS);
        ends.push(await fleet.members.restart(index, "SIGTERM"));
        const port = fleet.ports[index];
        if (port !== undefined) await whenServing(port);
      }
      const unclean = ends.filter((how) => how !== "exit code 0");
      return {
        figures: { restarts: ends.length, tookMs: performance.now() - beganMs },
        workersEnded: 0,
        faults: unclean.map((how) => `a process did not stop cleanly: ${how}`),
      };
    },
  });
  await fleet.close();
  return found;
}
