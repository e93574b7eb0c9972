import type { WorkerEvents, Worker } from "graphile-worker";
import { UNHURRIED } from "#lib/platform/queue/priorities.ts";

/** Of so many places one is for people alone, rounded down; and one at least. */
const PEOPLE_ONE_IN = 3;

/** How many of a worker's places only jobs take that a person waits for. Pure. */
export function placesForPeople(places: number): number {
  return Math.max(1, Math.floor(places / PEOPLE_ONE_IN));
}

/**
 * Keeps some of a worker's places for what a person waits for, so that stores that answer slowly, however many, can never
 * hold all of them.
 *
 * Graphile Worker asks before each fetch which flags the job must not have, and tells what each of its workers does then.
 * A worker that may fetch an unhurried job counts as having one until it is known what it got: several fetch at once.
 * @param places How many jobs run at once.
 * @param events Of the queue, before it is started.
 * @returns what Graphile Worker takes as `forbiddenFlags`.
 */
export function keepPlaces(places: number, events: Pick<WorkerEvents, "on">): () => string[] | null {
  const unhurriedMax = places - placesForPeople(places);
  /** Workers that have an unhurried job, or may get one. */
  const taken = new Set<Worker>();
  /** Answers to fetches that have not begun yet, the oldest first. */
  const answered: boolean[] = [];
  const free = ({ worker }: { worker: Worker }) => void taken.delete(worker);

  events.on("worker:getJob:start", ({ worker }) => {
    if (answered.shift()) taken.add(worker);
  });
  events.on("job:start", ({ worker, job }) => {
    if (!job.flags?.[UNHURRIED]) free({ worker });
  });
  events.on("worker:getJob:empty", free);
  events.on("worker:getJob:error", free);
  events.on("job:complete", free);
  events.on("worker:stop", free);
  return () => {
    const isRoom = taken.size + answered.filter(Boolean).length < unhurriedMax;
    answered.push(isRoom);
    return isRoom ? null : [UNHURRIED];
  };
}
