import { EventEmitter } from "node:events";
import type { Job, Worker, WorkerEvents } from "graphile-worker";
import { expect, test } from "vitest";
import { keepPlaces, placesForPeople } from "./places.ts";
import { UNHURRIED } from "#lib/platform/queue/priorities.ts";

/** Workers that fetch as Graphile Worker does: they ask for the flags, begin, and say what they got. */
function queue(places: number) {
  const events = new EventEmitter() as WorkerEvents;
  const forbidden = keepPlaces(places, events);
  const workers = Array.from({ length: places }, (_, index) => ({ workerId: String(index) }) as Worker);
  // Cast: what no one reads is left out.
  const tell = (event: string, index: number, isUnhurried = false) =>
    (events as EventEmitter).emit(event, {
      worker: workers[index],
      job: { flags: isUnhurried ? { [UNHURRIED]: true } : null } as Job,
    });
  const fetch = (index: number) => {
    const isAnyAllowed = forbidden() === null;
    tell("worker:getJob:start", index);
    return isAnyAllowed;
  };
  return { fetch, tell, forbidden };
}

test("a third of the places is for people, and one at least", () => {
  expect([2, 3, 4, 10, 50].map(placesForPeople)).toEqual([1, 1, 1, 3, 16]);
});

test("workers that fetch at once never get more unhurried jobs than there is room for", () => {
  const { fetch, tell } = queue(4);
  expect([0, 1, 2, 3].map(fetch)).toEqual([true, true, true, false]);
  for (const index of [0, 1, 2]) tell("job:start", index, true);
  tell("worker:getJob:empty", 3);
  expect(fetch(3)).toBe(false);
  tell("worker:getJob:empty", 3);
  tell("job:complete", 0, true);
  expect(fetch(0)).toBe(true);
});

test("what a person waits for takes none of that room", () => {
  const { fetch, tell } = queue(3);
  for (const index of [0, 1]) {
    expect(fetch(index)).toBe(true);
    tell("job:start", index);
  }
  expect(fetch(2)).toBe(true);
});

test("a fetch that failed, found nothing, or has not begun yet is counted right", () => {
  const { fetch, tell, forbidden } = queue(3);
  fetch(0);
  tell("worker:getJob:error", 0);
  fetch(0);
  tell("worker:getJob:empty", 0);
  expect([forbidden(), forbidden(), forbidden()]).toEqual([null, null, [UNHURRIED]]);
  for (const index of [0, 1, 2]) tell("worker:getJob:start", index);
  tell("worker:getJob:empty", 2);
  expect(fetch(2)).toBe(false);
});
