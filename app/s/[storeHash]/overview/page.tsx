import type { Metadata } from "next";
import { pageWords } from "#app/page-words.ts";
import { OverviewScreen } from "#components/overview/overview-screen.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await pageWords()).common.SECTION_NAMES.overview };
}

/** How the store's webhooks are doing. */
export default function OverviewPage() {
  return <OverviewScreen />;
}
