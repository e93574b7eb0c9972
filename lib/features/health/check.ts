import { setTimeout as wait } from "node:timers/promises";
import { Trouble } from "#lib/log/trouble.ts";
import {
  receiverStanding,
  UNKNOWN_STANDING,
  type ReceiverStanding,
} from "#lib/features/receiver/standing.ts";
import type { SpoolStanding } from "#lib/features/receiver/spool/detour.ts";
import { clockFaults, type ClockOff } from "./clock.ts";
import { readVitals, type Vitals } from "./records.ts";

/** A job that waits longer than this says that no worker works. */
const DUE_JOB_MS_MAX = 5 * 60_000;
const TIMEOUT_MS = 3_000;

const UNANSWERED = new Trouble({
  level: "warn",
  message: "the health check failed",
  over: "the health check works again",
});

const CLOCK_OFF = new Trouble({
  level: "error",
  message: "the clock is off: what BigCommerce signs is refused, or will be",
  over: "the clock is right again",
});

type Standing = "ok" | "failing";

/** Deliveries go straight to the database, and would go to the spool without it, where one is wanted. */
const SPOOL_WELL: ReadonlySet<Health["spool"]> = new Set(["off", "empty", "draining"] as const);

/** How the app is doing, in parts. `status` is `ok` only when every part is. */
export interface Health {
  status: Standing;
  database: Standing;
  migrations: Standing;
  worker: Standing;
  /** Of this process: failing while deliveries are refused. */
  receiver: Standing;
  /** Of this process: what `SpoolStanding` says, or that there is none. */
  spool: SpoolStanding | "off";
  /** Of this process: failing while its clock is more than a minute from the database's, or from BigCommerce's. */
  clock: Standing;
}

/** Asks every part how it is doing; answers within 3 seconds, whatever happens. */
export async function checkHealth(): Promise<Health> {
  const enough = new AbortController();
  const receiver = receiverStanding(new Date());
  try {
    const late = wait(TIMEOUT_MS, undefined, { signal: enough.signal, ref: false }).then(() => {
      throw new Error(`the database did not answer within ${TIMEOUT_MS} ms`);
    });
    const [vitals, standing] = await Promise.race([Promise.all([readVitals(), receiver]), late]);
    UNANSWERED.passed();
    const faults = clockFaults({
      database: vitals.clockAheadSeconds,
      deliveries: standing.clockAheadSeconds,
    });
    for (const fault of faults) CLOCK_OFF.met(fault, { aheadSeconds: fault.aheadSeconds });
    if (faults.length === 0) CLOCK_OFF.passed();
    return judge(vitals, standing, faults);
  } catch (error) {
    UNANSWERED.met(error);
    // Whoever takes deliveries without the database knows that at once.
    return judge(null, await Promise.race([receiver, Promise.resolve(UNKNOWN_STANDING)]), []);
  } finally {
    enough.abort();
  }
}

/**
 * Turns vitals into a verdict per part. Pure.
 * @param vitals Null when the database does not answer; then nothing is known to be well.
 * @param receiver How this process's deliveries fare, as far as it tried lately.
 * @param offs What is wrong with this process's clock.
 */
export function judge(
  vitals: Vitals | null,
  { isTaking, spool }: Pick<ReceiverStanding, "isTaking" | "spool">,
  offs: readonly Pick<ClockOff, "aheadSeconds">[],
): Health {
  const migrations = standing(vitals?.missingMigrations.length === 0);
  const worker = standing(vitals !== null && vitals.oldestDueJobMs <= DUE_JOB_MS_MAX);
  const database = standing(vitals !== null && !vitals.isReadOnly);
  const clock = standing(vitals !== null && offs.length === 0);
  const parts = { database, migrations, worker, receiver: standing(isTaking), clock };
  const isWell = SPOOL_WELL.has(spool ?? "off") && Object.values(parts).every((part) => part === "ok");
  return { status: standing(isWell), ...parts, spool: spool ?? "off" };
}

const standing = (isWell: boolean): Standing => (isWell ? "ok" : "failing");
