import type { StoreClock } from "#lib/features/subscriptions/store-clock.ts";
import { wordsHere } from "#lib/messages/here.ts";
import type { Hold } from "./hold.ts";
import type { OwnFault } from "./own-fault.ts";

/** A sentence about why the app leaves alone what it could repair; empty when it does not. Begins with a space. Pure. */
export function holdWords(hold: Hold | null, clock: StoreClock): string {
  if (hold === null) return "";
  const { HOLD } = wordsHere();
  switch (hold.why) {
    case "telling_only":
      return HOLD.tellingOnly;
    case "often":
      return hold.isSpent
        ? HOLD.spent(hold.times, clock.moment(hold.until))
        : HOLD.later(clock.time(hold.until));
    case "own_fault":
      return HOLD.ownFault;
  }
}

/** "between 10:02 AM and 12:40 PM", with days where they differ. Pure. */
export function spanWords({ from, to }: Pick<OwnFault, "from" | "to">, clock: StoreClock): string {
  const { OFF } = wordsHere();
  const isOneDay = clock.day(from) === clock.day(to);
  if (isOneDay && clock.time(from) === clock.time(to)) return OFF.at(clock.time(from));
  return isOneDay
    ? OFF.between(clock.time(from), clock.time(to))
    : OFF.between(clock.moment(from), clock.moment(to));
}
