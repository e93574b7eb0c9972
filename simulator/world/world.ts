import { randomInt, randomUUID } from "node:crypto";
import { createShop } from "#simulator/shop/create-shop.ts";
import type { Person, SimulatedStore } from "./store.ts";
import { virtualClock, type VirtualClock } from "./clock.ts";
import { emptyWorld, type Mail, type SimulatedHook, type WorldState } from "./state.ts";

/** Attempts that are remembered, oldest forgotten first; the same number of mails would be far more than anybody reads. */
const ATTEMPTS_MAX = 20_000;
const MAILS_MAX = 500;

/** Everything the simulator knows, with the few questions that all its parts ask. */
export class World {
  state: WorldState;
  readonly clock: VirtualClock;
  /** Writes the state soon; to be called after every change. */
  readonly save: () => void;

  constructor(state: WorldState, save: () => void) {
    this.state = state;
    this.save = save;
    this.clock = virtualClock(() => this.state);
  }

  /** Forgets everything, settings and faults too; only the numbering goes on, so that old ids stay unknown. */
  reset(): void {
    this.state = { ...emptyWorld(), nextId: this.state.nextId };
    this.save();
  }

  store(hash: string): SimulatedStore | undefined {
    return this.state.stores.find((store) => store.hash === hash);
  }

  hook(id: number): SimulatedHook | undefined {
    return this.state.hooks.find((hook) => hook.id === id);
  }

  /** A number that no hook, delivery or person has had before. */
  takeId(): number {
    this.save();
    return this.state.nextId++;
  }

  /** The owner or member of staff with this id. */
  person(store: SimulatedStore, userId: number): Person | undefined {
    return [store.owner, ...store.staff].find(({ id }) => id === userId);
  }

  /**
   * Makes a store with an owner and one staff user, and a shop that is the same for every store of that hash.
   * @throws RangeError when the hash is taken
   */
  createStore({ hash = newStoreHash(), name }: { hash?: string; name?: string }): SimulatedStore {
    if (this.store(hash)) throw new RangeError(`There is a store ${hash} already`);
    const storeId = 1_003_500_000 + (this.takeId() % 1_000_000);
    const store: SimulatedStore = {
      hash,
      storeId,
      accountUuid: randomUUID(),
      name: name ?? `Store ${hash}`,
      domain: `${hash}.example.com`,
      timezone: "America/Chicago",
      owner: { id: this.takeId(), email: `owner@${hash}.example.com`, locale: "en-US" },
      staff: [{ id: this.takeId(), email: `staff@${hash}.example.com`, locale: "en-US" }],
      installation: null,
      shop: createShop(seedOf(hash)),
      isTrickling: true,
    };
    this.state.stores.push(store);
    this.save();
    return store;
  }

  noteAttempt(attempt: WorldState["attempts"][number]): void {
    bounded(this.state.attempts, attempt, ATTEMPTS_MAX);
    this.save();
  }

  noteMail(mail: Mail): void {
    bounded(this.state.mails, mail, MAILS_MAX);
    this.save();
  }
}

function bounded<T>(list: T[], item: T, max: number): void {
  list.push(item);
  // Trimmed a tenth at a time: cutting one off the front of a long list for each push would cost too much.
  if (list.length > max * 1.1) list.splice(0, list.length - max);
}

function newStoreHash(): string {
  const letters = "abcdefghijklmnopqrstuvwxyz0123456789";
  return Array.from({ length: 10 }, () => letters[randomInt(letters.length)]).join("");
}

function seedOf(hash: string): number {
  return Buffer.from(hash).reduce((seed, byte) => (seed * 31 + byte) % 2_147_483_647, 7);
}
