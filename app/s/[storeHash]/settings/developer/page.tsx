import type { Metadata } from "next";
import { settingsTitle } from "#app/page-words.ts";
import { DeveloperPage } from "#components/settings/developer-page.tsx";

export function generateMetadata(): Promise<Metadata> {
  return settingsTitle("developer");
}

export default function SettingsDeveloper() {
  return <DeveloperPage />;
}
