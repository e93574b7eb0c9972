import { z } from "zod";
import { StoreHash } from "#lib/ids.ts";

/** Background tasks and the shapes of their payloads. A job outlives deployments, so a payload is input like any other. */
export const JOB_PAYLOADS = {
  /** Compares a store's subscriptions with its hooks and mends the difference. */
  "reconcile-store": z.object({
    storeHash: StoreHash,
    because: z.enum(["install", "launch", "hourly", "address", "secret"]),
  }),
  /** Looks at a store's hooks again, and goes on with that while something is wrong or somebody has the app open. */
  "watch-store": z.object({ storeHash: StoreHash }),
  /** Enqueues a reconcile for every installed store: for a slice of those after a store, or for the first slice. */
  "reconcile-all": z.object({
    because: z.enum(["hourly", "address"]).default("hourly"),
    after: StoreHash.optional(),
    everyMs: z.number().positive().optional(),
  }),
  /** Carries out what somebody started over many of a store's event types. */
  "carry-out-runs": z.object({ storeHash: StoreHash }),
  /** Reads the things that a store's new events are about. */
  "read-resources": z.object({ storeHash: StoreHash }),
  /** Enqueues that for every store with events that nobody looked at. */
  "wake-reading": z.object({}),
  /** Takes the renewal of a store's webhook secret on; of every store's that renews one when none is named. */
  "renew-secrets": z.object({ storeHash: StoreHash.optional() }),
  /** Decides about a store's alerts. */
  "check-alerts": z.object({ storeHash: StoreHash }),
  /** Sends one message about an alert to one recipient. */
  "send-alert": z.object({ messageId: z.uuid() }),
  /** Decides about alerts where no check does, and forgets old ones. */
  "keep-alerts": z.object({}),
  /** Asks BigCommerce whether a store that announced its end is really gone. */
  "confirm-uninstall": z.object({ storeHash: StoreHash }),
  /** Makes the coming days' partitions, drops those beyond retention. */
  "keep-partitions": z.object({}),
  /** Erases what a store's owner asked for. */
  "erase-data": z.object({ storeHash: StoreHash }),
  /** Deletes what stores with a shorter retention no longer keep, and everything of stores that are long gone. */
  "keep-privacy": z.object({}),
  /** Forgets launches whose JWT has expired, since it cannot be used again anyway. */
  "forget-launches": z.object({}),
  /** Forgets jobs that failed for good and that nobody asked for since. */
  "forget-jobs": z.object({}),
} as const;

export type JobName = keyof typeof JOB_PAYLOADS;
export type JobPayload<Name extends JobName> = z.input<(typeof JOB_PAYLOADS)[Name]>;
