import { useState } from "react";
import { emailsFault, emailsOf, webhookUrlFault } from "#lib/contract/values/alert-faults.ts";
import type { AlertSettingsChange, AlertSettingsView } from "#lib/contract/alerts.ts";
import type { AlertCause } from "#lib/contract/values/alerts.ts";

/** What somebody typed, before it is saved. */
interface Draft {
  emails: string;
  webhookUrl: string;
  mutedCauses: readonly AlertCause[];
}

/**
 * The settings as they are being edited. Until somebody types, they follow what is saved.
 * @param settings What is saved; undefined until it is known.
 */
export function useDraft(settings: AlertSettingsView | undefined) {
  const [edited, setEdited] = useState<Draft | null>(null);
  const saved: Draft = {
    emails: settings?.emails.join("\n") ?? "",
    webhookUrl: settings?.webhookUrl ?? "",
    mutedCauses: settings?.mutedCauses ?? [],
  };
  const draft = edited ?? saved;
  const change: AlertSettingsChange = {
    emails: emailsOf(draft.emails),
    webhookUrl: draft.webhookUrl.trim() === "" ? null : draft.webhookUrl.trim(),
    mutedCauses: [...draft.mutedCauses],
  };
  return {
    draft,
    change,
    isChanged: edited !== null && JSON.stringify(edited) !== JSON.stringify(saved),
    emailsFault: emailsFault(change.emails),
    urlFault:
      change.webhookUrl === null ? null : webhookUrlFault(change.webhookUrl, settings?.isSandbox ?? false),
    edit: (changes: Partial<Draft>) => setEdited({ ...draft, ...changes }),
    drop: () => setEdited(null),
  };
}
