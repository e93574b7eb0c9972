import { HOUR_MS, MINUTE_MS } from "#lib/time.ts";

/** How an alarm is spoken of, and when it is one. */
export interface AlarmKind {
  /** What is wrong. */
  sentence: string;
  /** That it no longer is. */
  over: string;
  /** It has to go on for so long before anyone is told. */
  forMs: number;
  /** The page that says what to do. */
  page: string;
  /** Each process has its own, which another one's well-being does not end. */
  isOwn?: true;
}

const runbook = (part: string) => `docs/runbook.md#${part.toLowerCase()}`;
const OPERATIONS = "docs/operations.md#alarms-by-email-or-webhook";

/**
 * What needs a person of the operator's and a process of the app can know by itself; those that the alarms for Prometheus
 * have, too, are called as they are there.
 */
export const ALARMS = {
  DatabaseUnreadable: {
    sentence: "The database doesn't answer, or takes no changes",
    over: "The database answers again and takes changes",
    forMs: MINUTE_MS,
    page: runbook("DatabaseUnreadable"),
  },
  ReceiverFailing: {
    sentence: "A process can't prove or commit deliveries, and answers them with 503",
    over: "The process takes deliveries again",
    forMs: MINUTE_MS,
    page: runbook("ReceiverFailing"),
    isOwn: true,
  },
  DeliveriesRefused: {
    sentence: "More than 5% of BigCommerce's deliveries are answered with 503",
    over: "Fewer than 5% of the deliveries are answered with 503, or too few come to tell",
    forMs: MINUTE_MS / 2,
    page: runbook("DeliveriesRefused"),
    isOwn: true,
  },
  DeliveriesUnproven: {
    sentence: "More than a fifth of the deliveries carry a wrong proof, and are refused",
    over: "Fewer than a fifth of the deliveries carry a wrong proof, or too few come to tell",
    forMs: 5 * MINUTE_MS,
    page: runbook("DeliveriesUnproven"),
    isOwn: true,
  },
  SpoolFilling: {
    sentence: "The disk where deliveries wait for the database is needed, half full, or can't be used",
    over: "No delivery waits on the disk, and it can be used",
    forMs: MINUTE_MS,
    page: runbook("SpoolFilling"),
    isOwn: true,
  },
  SpoolSetAside: {
    sentence: "The database doesn't take a delivery that waits on the disk, though it takes others",
    over: "The database took the delivery that had waited on the disk",
    forMs: 5 * MINUTE_MS,
    page: runbook("SpoolSetAside"),
    isOwn: true,
  },
  DiskShort: {
    sentence: "Less than 2 GB are free on the disk where deliveries wait for the database",
    over: "There's room again on the disk where deliveries wait for the database",
    forMs: 5 * MINUTE_MS,
    page: OPERATIONS,
  },
  MigrationMissing: {
    sentence: "The database lacks a migration of the version that runs",
    over: "The database has every migration of the version that runs",
    forMs: 5 * MINUTE_MS,
    page: runbook("MigrationMissing"),
  },
  DatabaseNewer: {
    sentence: "A newer version has changed the database, and an older one still runs",
    over: "The version that runs knows every migration of the database",
    forMs: HOUR_MS,
    page: OPERATIONS,
  },
  ClockOff: {
    sentence: "This machine's clock is more than a minute off",
    over: "This machine's clock is right again",
    forMs: 5 * MINUTE_MS,
    page: runbook("ClockOff"),
  },
  NoWorker: {
    sentence: "No worker is alive: nothing is checked, repaired or sent on",
    over: "A worker is alive again",
    forMs: 2 * MINUTE_MS,
    page: runbook("NoWorker"),
  },
  JobsLate: {
    sentence: "Jobs that someone waits for are five minutes late, or checks of stores an hour",
    over: "Jobs are done in time again",
    forMs: 5 * MINUTE_MS,
    page: runbook("JobsLate"),
  },
  JobsGivenUp: {
    sentence: "Jobs failed for the last time and stay in the queue",
    over: "No job that failed for good is left in the queue",
    forMs: 5 * MINUTE_MS,
    page: runbook("JobsGivenUp"),
  },
  TokensRefused: {
    sentence: "BigCommerce refuses the tokens of many stores",
    over: "BigCommerce takes the tokens of most stores again",
    forMs: 5 * MINUTE_MS,
    page: runbook("TokensRefused"),
  },
} as const satisfies Record<string, AlarmKind>;

export type AlarmName = keyof typeof ALARMS;
/** In their order: the cause before what follows from it. */
export const ALARM_NAMES = Object.keys(ALARMS) as AlarmName[]; // it has no other keys
