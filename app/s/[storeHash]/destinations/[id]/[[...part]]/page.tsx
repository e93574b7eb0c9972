import type { Metadata } from "next";
import { pageWords } from "#app/page-words.ts";
import { DestinationScreen } from "#components/destinations/detail/destination-screen.tsx";
import { DESTINATION_PARTS } from "#lib/client/paths.ts";

interface Props {
  params: Promise<{ id: string; part?: string[] }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await pageWords()).common.SECTION_NAMES.destinations };
}

/** One destination: its deliveries, or the part that the address names. */
export default async function DestinationPage({ params }: Props) {
  const { id, part = [] } = await params;
  const known = DESTINATION_PARTS.find((each) => each === part[0]);
  return <DestinationScreen key={id} id={decodeURIComponent(id)} part={known ?? null} />;
}
