import type { BadgeWords } from "#lib/messages/badge.ts";
import type { EVENTS } from "#lib/messages/en/events.ts";
import type { LineState } from "#lib/client/live/live-stream.ts";

/** Whether new events come in by themselves, as a badge beside the title. */
export function liveBadge(state: LineState | "paused", words: typeof EVENTS): BadgeWords {
  switch (state) {
    case "live":
      return { label: words.live, variant: "success" };
    case "paused":
      return { label: words.paused, variant: "secondary" };
    case "connecting":
      return { label: words.connecting, variant: "secondary" };
    case "reconnecting":
    case "polling":
      return { label: words.reconnecting, variant: "warning" };
  }
}
