import { z } from "zod";
import { StoreHash } from "#lib/ids.ts";
import type { Rank } from "./priorities.ts";

/** A kind of job: what it carries, and who waits for it. A job outlives deployments, so a payload is input like any other. */
interface JobKind<Payload extends z.ZodType> {
  payload: Payload;
  rank: Rank | ((payload: z.input<Payload>) => Rank);
}

/** Keeps a kind's own type of payload, also for its rank. */
const kind = <Payload extends z.ZodType>(one: JobKind<Payload>) => one;

const NONE = z.object({});
const OF_STORE = z.object({ storeHash: StoreHash });

/** Why a store is compared decides who waits for it. */
const CHECKS = {
  // The first screen of a new store shows its webhooks come up.
  install: "person",
  // A person has just opened the app.
  launch: "person",
  secret: "person",
  // Two stores a second, for as long as that takes.
  address: "clock",
  hourly: "clock",
} as const satisfies Record<string, Rank>;

/** Every kind of background job, by its name in the queue. What it does is a file in `lib/jobs/tasks`: decision 0027. */
export const JOBS = {
  /** Compares a store's subscriptions with its hooks and repairs the difference. */
  "reconcile-store": kind({
    payload: OF_STORE.extend({ because: z.enum(["install", "launch", "hourly", "address", "secret"]) }),
    rank: ({ because }) => CHECKS[because],
  }),
  /** Looks at a store's hooks again, and goes on with that while something is wrong or a person has the app open. */
  "watch-store": kind({ payload: OF_STORE, rank: "clock" }),
  /** Enqueues a reconcile for every installed store: for a slice of those after a store, or for the first slice. */
  "reconcile-all": kind({
    payload: z.object({
      because: z.enum(["hourly", "address"]).default("hourly"),
      after: StoreHash.optional(),
      everyMs: z.number().positive().optional(),
    }),
    rank: "chore",
  }),
  /** Carries out what a person started over many of a store's event types. The page asks every second how far the run is. */
  "carry-out-runs": kind({ payload: OF_STORE, rank: "person" }),
  /** Reads the things that a store's new events are about. */
  "read-resources": kind({ payload: OF_STORE, rank: "clock" }),
  /** Enqueues that for every store with events that no one looked at. */
  "wake-reading": kind({ payload: NONE, rank: "chore" }),
  /**
   * Takes the renewal of a store's webhook secret on, which the owner began in Settings; of every store's that renews one
   * when none is named.
   */
  "renew-secrets": kind({ payload: OF_STORE.partial(), rank: "person" }),
  /** Decides about a store's alerts. */
  "check-alerts": kind({ payload: OF_STORE, rank: "telling" }),
  /** Sends one message about an alert to one recipient. */
  "send-alert": kind({ payload: z.object({ messageId: z.uuid() }), rank: "telling" }),
  /** Decides about alerts where no check does, and forgets old ones. */
  "keep-alerts": kind({ payload: NONE, rank: "chore" }),
  /** Has alerts decided about stores with trouble at a destination. */
  "watch-destinations": kind({ payload: NONE, rank: "chore" }),
  /** Asks BigCommerce whether a store that announced its end is really gone; until then it looks as if it had the app. */
  "confirm-uninstall": kind({ payload: OF_STORE, rank: "person" }),
  /** Makes the coming days' partitions, without which events have nowhere of their own to go; drops those beyond retention. */
  "keep-partitions": kind({ payload: NONE, rank: "chore" }),
  /** Erases what a store's owner asked for, who watches, and has a right to it. */
  "erase-data": kind({ payload: OF_STORE, rank: "person" }),
  /**
   * Deletes what stores with a shorter retention no longer keep, and everything of stores that are long gone. Takes up to 20
   * seconds, and goes on later.
   */
  "keep-privacy": kind({ payload: NONE, rank: "clock" }),
  /** Forgets launches whose JWT has expired, since it cannot be used again anyway. */
  "forget-launches": kind({ payload: NONE, rank: "chore" }),
  /** Forgets jobs that failed for good and that no one asked for since. */
  "forget-jobs": kind({ payload: NONE, rank: "chore" }),
} as const;

export type JobName = keyof typeof JOBS;
export type JobPayload<Name extends JobName> = z.input<(typeof JOBS)[Name]["payload"]>;

/** Who waits for this job. Pure. */
export function rankOf<Name extends JobName>(name: Name, payload: JobPayload<Name>): Rank {
  const { rank } = JOBS[name];
  // Cast: the rank is the one of this very name, which TypeScript does not follow through the index.
  return typeof rank === "string" ? rank : (rank as (payload: JobPayload<Name>) => Rank)(payload);
}
