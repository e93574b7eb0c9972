import type { OpenDestination } from "#lib/features/destinations/destination.ts";
import { openDestination } from "#lib/features/destinations/destinations.records.ts";
import { Trouble } from "#lib/log/trouble.ts";
import type { Clock } from "./clock.ts";
import { deliveredAbove } from "./deliveries.records.ts";
import { newestOfThings } from "./feeds.records.ts";
import { Lane, RETRIES_MAX } from "./lane.ts";
import type { Ledger } from "./ledger.ts";
import type { Outbox } from "./outbox.ts";
import {
  announceFree,
  claimFeeds,
  fairShare,
  releaseFeeds,
  renewFeeds,
  takeAsked,
  type Claim,
} from "./owners.records.ts";
import { keptAbove, waitingRetries } from "./retries.records.ts";
import { thingOf } from "./thing.ts";
import type { ForwarderTimes } from "./times.ts";

/** Destinations that are claimed at once, so that each is begun before its claim runs out. */
const BATCH = 20;
/** A claim is held to be over so long before it is. */
const MARGIN_MS = 1_000;

const NOT_OPENED = new Trouble({
  level: "error",
  message: "a destination could not be opened, so that it is sent nothing",
});

interface Options {
  ownerId: string;
  times: ForwarderTimes;
  clock: Clock;
  outbox: Outbox;
  ledger: Ledger;
  /** Called when a lane was begun, or what waits in it changed. */
  moved: (lane: Lane) => void;
  /** Called when a lane is over. */
  dropped: (lane: Lane) => void;
  /** Keeps in mind what a stop has to wait for. */
  acted: (act: Promise<void>) => Promise<void>;
}

/** Which destinations this worker owns: claims them, holds them, and gives them back. */
export class Claims {
  readonly lanes = new Map<string, Lane>();
  readonly #stores = new Map<string, Set<Lane>>();
  readonly #options: Options;
  #isClosed = false;

  constructor(options: Options) {
    this.#options = options;
  }

  /** The lanes of a store. */
  ofStore(store: string): Iterable<Lane> {
    return this.#stores.get(store) ?? [];
  }

  /** Claims destinations that no one owns, up to a fair share, and lets go what is beyond it. @throws as the database does. */
  async claim(): Promise<void> {
    const { ownerId, times, clock } = this.#options;
    const share = await fairShare(ownerId);
    for (const lane of [...this.lanes.values()].slice(share)) this.leave(lane);
    for (let room = share - this.lanes.size; room > 0; room = share - this.lanes.size) {
      if (this.#isClosed) return;
      const size = Math.min(room, BATCH);
      const beganMs = clock.nowMs();
      const claims = await claimFeeds(ownerId, size, times.ownMs);
      // Told to stop meanwhile: no one would send to these until the claim runs out.
      if (this.#isClosed) return releaseFeeds(ownerId, claims);
      await Promise.all(claims.map((claim) => this.#begin(claim, beganMs)));
      if (claims.length < size) return;
    }
  }

  /** Holds what is owned for as long again, and claims anew what it held too late. @throws as the database does. */
  async renew(): Promise<void> {
    const { ownerId, times, clock, outbox, moved } = this.#options;
    // What was answered under a claim that ran out is written down while no one else has it, so that it is not sent again.
    if (!(await outbox.flush())) throw new Error("what came of deliveries is to be written down first");
    const lanes = [...this.lanes.values()];
    if (lanes.length === 0) return;
    const beganMs = clock.nowMs();
    const held = await renewFeeds(ownerId, lanes, times.ownMs);
    for (const lane of lanes) {
      const wasOver = lane.ownedUntilMs <= beganMs;
      if (!held.has(lane.destinationId)) this.drop(lane);
      else lane.ownedUntilMs = beganMs + times.ownMs - MARGIN_MS;
      if (wasOver && !lane.isDropped) moved(lane);
    }
    if (held.size < lanes.length) await this.claim();
  }

  /** Sends nothing more of a lane, and gives it back once nothing of it is under way. Repeatable. */
  leave(lane: Lane): void {
    lane.isLeaving = true;
    void this.#options.acted(this.settle(lane)).catch(() => undefined);
  }

  /** Gives back a lane that is being left, when nothing of it is under way. @throws as the database does. */
  async settle(lane: Lane): Promise<void> {
    if (!lane.isLeaving || lane.isDropped || lane.window.underWay > 0) return;
    this.drop(lane);
    this.#options.outbox.touch(lane);
    await this.#options.outbox.flush();
    await releaseFeeds(this.#options.ownerId, [lane]);
    await announceFree();
  }

  /** Claims nothing from now on: the worker stops. */
  close(): void {
    this.#isClosed = true;
  }

  /** Gives everything back. @throws as the database does. */
  async releaseAll(): Promise<void> {
    const lanes = [...this.lanes.values()];
    for (const lane of lanes) this.#options.outbox.touch(lane);
    await this.#options.outbox.flush();
    for (const lane of lanes) this.drop(lane);
    if (lanes.length > 0) await releaseFeeds(this.#options.ownerId, lanes);
  }

  /** Forgets a lane that another worker owns by now. Repeatable. */
  drop(lane: Lane): void {
    lane.isDropped = true;
    if (this.lanes.get(lane.destinationId) === lane) this.lanes.delete(lane.destinationId);
    const ofStore = this.#stores.get(lane.storeHash);
    if (ofStore?.delete(lane) && ofStore.size === 0) this.#stores.delete(lane.storeHash);
    this.#options.dropped(lane);
  }

  /** Takes over what a person changed of a destination that is owned. @throws as the database does. */
  async refresh(lane: Lane): Promise<void> {
    const { ownerId, times, outbox } = this.#options;
    await outbox.flush();
    const [held, destination] = await Promise.all([
      renewFeeds(ownerId, [lane], times.ownMs),
      openDestination(lane.destinationId),
    ]);
    if (lane.isDropped) return;
    // A person's change may have taken it away, so that it is begun anew.
    if (!held.has(lane.destinationId)) return this.drop(lane);
    if (!destination?.isOn || !lane.change(destination)) return this.leave(lane);
    await this.loadRetries(lane);
    if (await takeAsked(ownerId, lane)) lane.tryNow();
    this.#options.moved(lane);
  }

  /** Brings the window in line with the rows that wait. @throws as the database does. */
  async loadRetries(lane: Lane): Promise<void> {
    const { window } = lane;
    const kept = () => window.waiting().filter(({ isKept }) => isKept);
    const before = new Map(kept().map((item) => [item, item.dueMs]));
    const known = new Set(window.seqs());
    const flying = window.flying().filter(({ isKept }) => isKept);
    const rows = await waitingRetries(lane.destinationId, RETRIES_MAX);
    lane.hasMoreRetries = rows.length === RETRIES_MAX;
    const bySeq = new Map(rows.map((row) => [row.seq, row]));
    // What was sent meanwhile is newer than its row.
    for (const item of kept().filter((each) => before.get(each) === each.dueMs)) {
      const row = bySeq.get(item.seq);
      if (row && row.nextAt !== null) {
        item.attempts = row.attempts;
        item.isReplay = row.isReplay;
        window.reschedule(item, lane.dueMs(row.nextAt));
      } else if (!row && !lane.hasMoreRetries) window.remove(item);
    }
    for (const item of flying) {
      const row = bySeq.get(item.seq);
      if (!lane.hasMoreRetries) item.isDismissed = !row;
      // A person sends it again: what is under way is the first attempt of that.
      if (row && row.attempts < item.attempts) item.attempts = row.attempts;
    }
    for (const row of rows)
      if (!known.has(row.seq) && !window.has(row.seq))
        this.#options.ledger.leaveOut(lane, lane.addRetry(row));
  }

  async #begin(claim: Claim, beganMs: number): Promise<void> {
    const { ownerId, times, clock, moved } = this.#options;
    try {
      const destination = await openDestination(claim.destinationId);
      if (!destination?.isOn) return await releaseFeeds(ownerId, [claim]);
      const lane = new Lane(destination, claim, times, clock);
      lane.ownedUntilMs = beganMs + times.ownMs - MARGIN_MS;
      await this.#recall(lane, destination);
      if (this.#isClosed) return await releaseFeeds(ownerId, [claim]);
      this.lanes.set(lane.destinationId, lane);
      this.#stores.set(lane.storeHash, new Set(this.ofStore(lane.storeHash)).add(lane));
      moved(lane);
    } catch (error) {
      // The claim runs out by itself: given back, it would be the next one that is claimed, before all others.
      NOT_OPENED.met(error, { destinationId: claim.destinationId });
    }
  }

  /** Learns what the last owner did above the position. */
  async #recall(lane: Lane, { settings }: OpenDestination): Promise<void> {
    const { destinationId, storeHash, progress } = lane;
    const [delivered, kept] = await Promise.all([
      deliveredAbove(destinationId, progress.position),
      keptAbove(destinationId, progress.position),
    ]);
    for (const seq of kept) lane.known.set(seq, "kept");
    for (const seq of delivered) lane.known.set(seq, "delivered");
    if (settings.isLatestOnly)
      for (const { seq, ...thing } of await newestOfThings(storeHash, delivered))
        lane.window.noteNewest(thingOf(thing) ?? "", seq);
    await this.loadRetries(lane);
  }
}
