"use client";

import { AlertSettingsPanel } from "#components/alerts/alert-settings-panel.tsx";
import { SettingsPage } from "./settings-page.tsx";

/** Who is told when webhooks stop working. */
export function AlertsPage() {
  return (
    <SettingsPage page="alerts">
      <AlertSettingsPanel />
    </SettingsPage>
  );
}
