import type { Metadata } from "next";
import { settingsTitle } from "#app/page-words.ts";
import { ActivityPage } from "#components/settings/activity-page.tsx";

export function generateMetadata(): Promise<Metadata> {
  return settingsTitle("activity");
}

export default function SettingsActivity() {
  return <ActivityPage />;
}
