import type { Language } from "#lib/contract/values/languages.ts";
import { versionOf } from "#lib/config/version.ts";
import type { ForwardedEvent } from "./event.ts";

/** What an attempt is. */
export interface AttemptOptions {
  /** Counted from 1. */
  attempt: number;
  now: Date;
  /** Older events about the same thing that were left out for this one. */
  skipped?: number | undefined;
  /** A person has it sent again. */
  isReplay?: boolean | undefined;
  /** A person tries the destination. */
  isTest?: boolean | undefined;
  /** In which people are spoken to, where people read it; English without. */
  language?: Language | undefined;
  /** Nothing is sent: a person looks at what would be. */
  isPreview?: boolean | undefined;
}

/** Read once: it changes with a new process alone. */
const VERSION = versionOf(/* turbopackIgnore: true */ process.cwd(), "").replace(/\+.*$/, "");

/** What a receiver that reads no other header sees who sent it. */
export const USER_AGENT = `Webhook-Keeper/${VERSION}`;

/** What Keeper says of an attempt beside its body. Pure. */
export function keeperHeaders(
  { scope, storeHash, arrivals, firstArrivedAt }: ForwardedEvent,
  { attempt, now, skipped = 0, isReplay = false, isTest = false }: AttemptOptions,
): Record<string, string> {
  const lagMs = Math.max(0, now.getTime() - firstArrivedAt.getTime());
  return {
    "x-webhook-keeper-event-type": visible(scope),
    "x-webhook-keeper-store": storeHash,
    "x-webhook-keeper-attempt": String(attempt),
    "x-webhook-keeper-arrivals": String(arrivals),
    "x-webhook-keeper-lag-ms": String(lagMs),
    ...(skipped > 0 && { "x-webhook-keeper-skipped": String(skipped) }),
    ...(isReplay && { "x-webhook-keeper-replay": "true" }),
    ...(isTest && { "x-webhook-keeper-test": "true" }),
  };
}

/** A scope as a header can say it: those that BigCommerce documents as they are, anything odd escaped. */
const visible = (scope: string) =>
  /^[!-~]*$/.test(scope) ? scope : encodeURIComponent(scope.toWellFormed());
