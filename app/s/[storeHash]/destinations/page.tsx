import type { Metadata } from "next";
import { pageWords } from "#app/page-words.ts";
import { DestinationsScreen } from "#components/destinations/destinations-screen.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await pageWords()).common.SECTION_NAMES.destinations };
}

/** The systems that events are sent on to. */
export default function DestinationsPage() {
  return <DestinationsScreen />;
}
