import { EVENT_GROUPS } from "./events.ts";

/** Periods of the charts. */
export const CHART_PERIODS = ["24h", "7d", "30d"] as const;

/** What bars are stacked of: groups of event types and the rest, or all events where they are not told apart. */
export const CHART_SERIES = [...EVENT_GROUPS, "other", "all"] as const;
