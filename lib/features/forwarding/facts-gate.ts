import { Trouble } from "#lib/log/trouble.ts";
import { isOfItsRows } from "#lib/platform/db/unstorable.ts";
import type { Clock } from "./clock.ts";
import type { ForwardedEvent } from "./event.ts";
import { coveredSeqs } from "./facts.records.ts";
import { factsOf } from "./facts.ts";
import type { Lane } from "./lane.ts";

/** From one look whether things were read to the next. */
const LOOK_MS = 500;
/** Events whose things are looked up at once. */
const AT_ONCE = 10;

const NOT_LOOKED_UP = new Trouble({
  level: "error",
  message: "what was read of an event's thing could not be looked up; trying again",
  over: "what was read of events' things is looked up again",
});

interface Guest {
  event: ForwardedEvent;
  untilMs: number;
  /** Whether it was looked up once. */
  isKnown: boolean;
}

interface Options {
  clock: Clock;
  factsMs: number;
  /** Takes events with what is known of their things, in the order in which they came. */
  admit: (lane: Lane, events: ForwardedEvent[]) => void;
}

/** Where events wait until the things they are about were read, for a while; each lane's in the order in which they came. */
export class FactsGate {
  readonly #options: Options;
  readonly #guests = new Map<Lane, Guest[]>();
  #isLooking = false;

  constructor(options: Options) {
    this.#options = options;
  }

  add(lane: Lane, events: readonly ForwardedEvent[]): void {
    if (events.length === 0) return;
    const untilMs = this.#options.clock.nowMs() + this.#options.factsMs;
    const guests = this.#guests.get(lane) ?? [];
    guests.push(...events.map((event) => ({ event, untilMs, isKnown: false })));
    lane.atGate = guests.length;
    this.#guests.set(lane, guests);
    void this.#look();
  }

  drop(lane: Lane): void {
    this.#guests.delete(lane);
  }

  async #look(): Promise<void> {
    if (this.#isLooking) return;
    this.#isLooking = true;
    let isWell = true;
    for (const lane of Array.from(this.#guests.keys()))
      await this.#lookFor(lane).catch((error: unknown) => {
        isWell = false;
        NOT_LOOKED_UP.met(error, { destinationId: lane.destinationId });
      });
    if (isWell) NOT_LOOKED_UP.passed();
    this.#isLooking = false;
    if (this.#guests.size > 0) this.#options.clock.after(LOOK_MS, () => void this.#look());
  }

  async #lookFor(lane: Lane): Promise<void> {
    const guests = this.#guests.get(lane) ?? [];
    const { clock, admit } = this.#options;
    const known = guests.filter(({ isKnown }) => isKnown);
    const covered = await coveredSeqs(
      lane.storeHash,
      known.map(({ event }) => event),
    );
    while (guests.length > 0) {
      const some = guests.slice(0, AT_ONCE);
      const nowMs = clock.nowMs();
      const looked = await Promise.all(
        some.map(async (guest) => {
          const { event, isKnown, untilMs } = guest;
          if (isKnown && untilMs > nowMs && !covered.has(event.seq)) return null;
          const { facts, isWaiting } = await factsOf(event, clock.now()).catch((error: unknown) => {
            // What is damaged is as good as not read; what PostgreSQL will tell later is waited for.
            if (!isOfItsRows(error)) throw error;
            return { facts: null, isWaiting: false };
          });
          guest.isKnown = true;
          return isWaiting && untilMs > nowMs ? null : { ...event, facts };
        }),
      );
      if (lane.isDropped) return this.drop(lane);
      const stuck = looked.indexOf(null);
      const free = looked.slice(0, stuck < 0 ? undefined : stuck).flatMap((event) => event ?? []);
      guests.splice(0, free.length);
      lane.atGate = guests.length;
      if (free.length > 0) admit(lane, free);
      if (stuck >= 0) break;
    }
    if (guests.length === 0) this.#guests.delete(lane);
  }
}
