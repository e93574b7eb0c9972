import type { Remedy } from "#lib/contract/subscriptions.ts";
import type { StoreClock } from "#lib/subscriptions/store-clock.ts";
import type { Hold } from "./hold.ts";
import type { OwnFault } from "./own-fault.ts";

/** What the keeper does where a remedy helps, and what a person may do instead. */
const DEEDS: Readonly<Partial<Record<Remedy, { keeper: string; person: string }>>> = {
  turn_on: { keeper: "turns it on again", person: "turn it on" },
  reregister: { keeper: "re-registers it again", person: "re-register it" },
  repair: { keeper: "puts it right again", person: "put it right" },
};

/** A sentence about why the app leaves alone what it could mend; empty when it does not. Begins with a space. Pure. */
export function holdWords(hold: Hold | null, remedy: Remedy, clock: StoreClock): string {
  if (hold === null) return "";
  const { keeper, person } = DEEDS[remedy] ?? { keeper: "puts it right", person: "put it right" };
  switch (hold.why) {
    case "telling_only":
      return " It waits for you, because this app is only to tell.";
    case "often":
      return hold.isSpent
        ? ` The app put it right ${hold.times} times within a day, and each time it broke again. It is left so until ${clock.moment(hold.until)}: look for the cause, or ${person} yourself.`
        : ` The app ${keeper} at ${clock.time(hold.until)} at the earliest.`;
    case "own_fault":
      return ` The app ${keeper} once it has worked well for 10 minutes.`;
  }
}

/** "between 10:02 AM and 12:40 PM", with days where they differ. Pure. */
export function spanWords({ from, to }: Pick<OwnFault, "from" | "to">, clock: StoreClock): string {
  const isOneDay = clock.day(from) === clock.day(to);
  if (isOneDay && clock.time(from) === clock.time(to)) return `at ${clock.time(from)}`;
  return isOneDay
    ? `between ${clock.time(from)} and ${clock.time(to)}`
    : `between ${clock.moment(from)} and ${clock.moment(to)}`;
}
