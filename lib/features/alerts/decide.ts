import { ALERT_CAUSES, type AlertCause } from "#lib/contract/values/alerts.ts";
import { STORE_CAUSES, type Troubles } from "./causes.ts";
import { HOUR_MS } from "#lib/time.ts";

/** A cause that comes and goes is sent once in this time. If it returns sooner, only the app shows it. */
export const QUIET_MS = 6 * HOUR_MS;
/** An alert that goes on and that no one acknowledged is sent again after this time. */
export const REMIND_MS = 24 * HOUR_MS;

/** An alert that is open. */
export interface OpenAlert {
  cause: AlertCause;
  scopes: readonly string[];
  /** When it was last told outside of the app; null when it never was. */
  toldAt: Date | null;
  acknowledgedAt: Date | null;
}

/** What was said about a store so far. */
export interface AlertMemory {
  /** At most one of each cause. */
  open: readonly OpenAlert[];
  /** When each cause was last told, by an alert that is open or by one that is over. */
  lastToldAt: ReadonlyMap<AlertCause, Date>;
}

/** What a message is: the first word of an alert, a further one, or the last. */
export type MessageKind = "alert" | "reminder" | "recovery";

/** What happens to the alert of one cause. */
export interface Decision {
  cause: AlertCause;
  action: "open" | "keep" | "close";
  /** Scopes that it concerns from now on; of a closed one, those that it concerned. */
  scopes: readonly string[];
  /** What is told outside of the app; null for nothing. */
  tells: MessageKind | null;
}

/**
 * Decides what to do about a store's problems. There is one alert for each cause, for any number of webhooks. It
 * stays open until all of them work or are turned off, also while another cause hides the first. A cause is not sent
 * twice within six hours. The end of an alert is sent whenever its beginning was. Pure.
 * @param isTold Whether anyone receives this cause.
 */
export function decide(
  { causes, unwell, isKnown }: Troubles,
  { open, lastToldAt }: AlertMemory,
  isTold: (cause: AlertCause) => boolean,
  now: Date,
): Decision[] {
  const age = (at: Date | null | undefined) => (at ? now.getTime() - at.getTime() : Infinity);
  const mayTell = (cause: AlertCause) => isTold(cause) && age(lastToldAt.get(cause)) >= QUIET_MS;

  const decideOne = (cause: AlertCause): Decision | null => {
    const alert = open.find((each) => each.cause === cause);
    const isSeen = isKnown || STORE_CAUSES.has(cause);
    const present = isSeen ? causes.get(cause) : undefined;
    if (!alert) {
      if (!present) return null;
      return { cause, action: "open", scopes: present, tells: mayTell(cause) ? "alert" : null };
    }
    // Well again is only what was looked at: another cause, or a check that failed, may hide it.
    const hidden = alert.scopes.filter((scope) => unwell.has(scope) && !present?.includes(scope));
    const scopes = isSeen ? [...(present ?? []), ...hidden] : alert.scopes;
    if (isSeen && !present && hidden.length === 0) {
      const tells = alert.toldAt && isTold(cause) ? "recovery" : null;
      return { cause, action: "close", scopes: alert.scopes, tells };
    }
    return { cause, action: "keep", scopes, tells: present ? nextMessage(alert) : null };
  };

  const nextMessage = ({ cause, toldAt, acknowledgedAt }: OpenAlert): MessageKind | null => {
    if (acknowledgedAt || !mayTell(cause)) return null;
    if (!toldAt) return "alert";
    return age(toldAt) >= REMIND_MS ? "reminder" : null;
  };

  return ALERT_CAUSES.map(decideOne).filter((decision) => decision !== null);
}
