import type { Metadata } from "next";
import { SettingsScreen } from "#components/settings/settings-screen.tsx";
import { SECTION_NAMES } from "#components/words/common.ts";

export const metadata: Metadata = { title: SECTION_NAMES.settings };

/** What holds for the store. */
export default function SettingsPage() {
  return <SettingsScreen />;
}
