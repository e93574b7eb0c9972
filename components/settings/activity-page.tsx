"use client";

import { ActivityPanel } from "#components/audit/activity-panel.tsx";
import { SettingsPage } from "./settings-page.tsx";

/** Who changed what in this store, and why. */
export function ActivityPage() {
  return (
    <SettingsPage isOwners={false} page="activity">
      <ActivityPanel />
    </SettingsPage>
  );
}
