import type { Metadata } from "next";
import { pageWords } from "#app/page-words.ts";
import { EventsScreen } from "#components/events/events-screen.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await pageWords()).common.SECTION_NAMES.events };
}

/** The event log; an id in the address opens that event over it. */
export default function EventsPage() {
  return <EventsScreen />;
}
