import type { Metadata } from "next";
import { settingsTitle } from "#app/page-words.ts";
import { GeneralPage } from "#components/settings/general-page.tsx";

export function generateMetadata(): Promise<Metadata> {
  return settingsTitle("general");
}

export default function SettingsGeneral() {
  return <GeneralPage />;
}
