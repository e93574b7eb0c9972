import { EVENTS } from "#components/words/events.ts";
import type { BadgeVariant } from "#components/words/verdicts.ts";
import type { LineState } from "#lib/client/live-stream.ts";

/** Whether new events come in by themselves, as a badge beside the title. */
export const LIVE_BADGES: Record<LineState | "paused", { label: string; variant: BadgeVariant }> = {
  live: { label: EVENTS.live, variant: "success" },
  paused: { label: EVENTS.paused, variant: "secondary" },
  connecting: { label: EVENTS.connecting, variant: "secondary" },
  reconnecting: { label: EVENTS.reconnecting, variant: "warning" },
  polling: { label: EVENTS.reconnecting, variant: "warning" },
};
