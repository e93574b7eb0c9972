import type { Metadata } from "next";
import { pageWords } from "#app/page-words.ts";
import { SettingsScreen } from "#components/settings/settings-screen.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await pageWords()).common.SECTION_NAMES.settings };
}

/** What holds for the store. */
export default function SettingsPage() {
  return <SettingsScreen />;
}
