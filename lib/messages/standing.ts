import type { DestinationView } from "#lib/contract/destinations.ts";

/** What is needed to say how a destination is. */
export type Standing = Pick<
  DestinationView,
  | "name"
  | "state"
  | "since"
  | "createdAt"
  | "nextAt"
  | "lastStatus"
  | "lastFailure"
  | "lastDeliveredAt"
  | "delivered"
  | "waiting"
  | "waitingSince"
  | "failed"
  | "offReason"
  | "offAt"
  | "offBy"
>;

/** How times are written. */
export interface Said {
  /** "10:12 AM", with its day when that is another one. */
  when: (iso: string) => string;
  /** "Nov 3". */
  day: (iso: string) => string;
  /** "12 seconds ago". */
  ago: (iso: string) => string;
}
