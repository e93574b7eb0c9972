import type { Metadata } from "next";
import { EventsScreen } from "#components/events/events-screen.tsx";
import { SECTION_NAMES } from "#components/words/common.ts";

export const metadata: Metadata = { title: SECTION_NAMES.events };

/** The event log; an id in the address opens that event beside it. */
export default function EventsPage() {
  return <EventsScreen />;
}
