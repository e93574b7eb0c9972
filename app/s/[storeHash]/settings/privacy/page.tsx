import type { Metadata } from "next";
import { settingsTitle } from "#app/page-words.ts";
import { PrivacyPage } from "#components/settings/privacy-page.tsx";

export function generateMetadata(): Promise<Metadata> {
  return settingsTitle("privacy");
}

export default function SettingsPrivacy() {
  return <PrivacyPage />;
}
