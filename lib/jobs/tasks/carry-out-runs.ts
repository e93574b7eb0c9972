import { BACKGROUND } from "#lib/platform/bigcommerce/retry.ts";
import { defineTask } from "#lib/jobs/define-task.ts";
import { workOnRuns } from "#lib/features/subscriptions/runs/work.ts";

/** A quota that other apps of the store spend as well may be gone for several windows. */
const WAIT_MS_MAX = 120_000;
/** A person watches: what is out of reach for some seconds is told, and tried again when they say so. */
const FAULT_RETRIES_MAX = 3;
/** The longest that a check of the store takes, unless BigCommerce is very slow. */
const LOCK_WAIT_MS = 60_000;

/** Carries out what a person started over many event types. Run twice it finds nothing left, or goes on where it stopped. */
export const carryOutRunsTask = defineTask("carry-out-runs", ({ storeHash }, { signal }) =>
  workOnRuns(storeHash, {
    clock: () => new Date(),
    patience: { ...BACKGROUND, waitMsMax: WAIT_MS_MAX, faultRetriesMax: FAULT_RETRIES_MAX, signal },
    lockWaitMs: LOCK_WAIT_MS,
  }),
);
