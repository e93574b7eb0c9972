import type { Metadata } from "next";
import { settingsTitle } from "#app/page-words.ts";
import { AlertsPage } from "#components/settings/alerts-page.tsx";

export function generateMetadata(): Promise<Metadata> {
  return settingsTitle("alerts");
}

export default function SettingsAlerts() {
  return <AlertsPage />;
}
