import type { JobName, JobPayload } from "./jobs.ts";

/**
 * Who waits for a job, and so when it is its turn: lower numbers go first, and of one number who is due first. Some of a
 * worker's places are only for what a person waits for (`places.ts`).
 */
export const PRIORITIES = {
  /** Somebody looks at a screen until it is done, or expects it to be done at once. */
  person: 0,
  /** Somebody is to be told of something that went wrong. */
  telling: 2,
  /** A chore of the whole house: short, and everything else goes on by it. */
  chore: 5,
  /** The clock brings it for one store after the other. Later is as good, and another hour comes. */
  clock: 10,
} as const;
export type Rank = keyof typeof PRIORITIES;

/** Carried by every job that no person waits for. */
export const UNHURRIED = "unhurried";

const RANKS: Readonly<Record<Exclude<JobName, "reconcile-store">, Rank>> = {
  // The page asks every second how far the run is.
  "carry-out-runs": "person",
  // The owner watches, and has a right to it.
  "erase-data": "person",
  // Until then a store that removed the app looks as if it had it.
  "confirm-uninstall": "person",
  // The owner began it in Settings.
  "renew-secrets": "person",
  "check-alerts": "telling",
  "send-alert": "telling",
  // Without its days, events have nowhere of their own to go.
  "keep-partitions": "chore",
  "reconcile-all": "chore",
  "keep-alerts": "chore",
  "wake-reading": "chore",
  "forget-launches": "chore",
  "forget-jobs": "chore",
  // Takes up to 20 seconds, and goes on later.
  "keep-privacy": "clock",
  "watch-store": "clock",
  "read-resources": "clock",
};

/** Why a store is compared decides who waits for it. */
const CHECKS: Readonly<Record<JobPayload<"reconcile-store">["because"], Rank>> = {
  // The first screen of a new store shows its webhooks come up.
  install: "person",
  // Somebody has just opened the app.
  launch: "person",
  secret: "person",
  // Two stores a second, for as long as that takes.
  address: "clock",
  hourly: "clock",
};

/** Who waits for this job. Pure. */
export function rankOf<Name extends JobName>(name: Name, payload: JobPayload<Name>): Rank {
  if (name !== "reconcile-store") return RANKS[name as Exclude<Name, "reconcile-store">];
  return "because" in payload ? CHECKS[payload.because as keyof typeof CHECKS] : "clock";
}
