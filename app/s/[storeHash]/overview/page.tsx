import type { Metadata } from "next";
import { OverviewScreen } from "#components/overview/overview-screen.tsx";
import { SECTION_NAMES } from "#components/words/common.ts";

export const metadata: Metadata = { title: SECTION_NAMES.overview };

/** How the store's webhooks are doing. */
export default function OverviewPage() {
  return <OverviewScreen />;
}
