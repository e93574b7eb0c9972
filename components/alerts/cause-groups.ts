import type { AlertCause } from "#lib/contract/values/alerts.ts";

/** How many of some causes one is told about. Pure. */
export function groupState(
  causes: readonly AlertCause[],
  muted: readonly AlertCause[],
): "all" | "some" | "none" {
  const count = causes.filter((cause) => !muted.includes(cause)).length;
  return count === causes.length ? "all" : count === 0 ? "none" : "some";
}

/** What is muted once some causes were pressed: all of them are told about, unless all were already. Pure. */
export function toggled(causes: readonly AlertCause[], muted: readonly AlertCause[]): AlertCause[] {
  const others = muted.filter((cause) => !causes.includes(cause));
  return groupState(causes, muted) === "all" ? [...others, ...causes] : others;
}
