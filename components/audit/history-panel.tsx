"use client";

import { HistoryList } from "./history-list.tsx";
import { AsyncButton } from "#components/ui/form/async-button.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { useToast } from "#components/ui/toasts.tsx";
import * as englishHistory from "#lib/messages/en/history.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import { download } from "#lib/client/export/download.ts";
import { apiPath } from "#lib/client/paths.ts";
import { ApiProblem } from "#lib/client/fetcher/request.ts";

/** What was changed in this store, by whom, and all of it as a file. */
export function HistoryPanel({ store }: { store: string }) {
  const { HISTORY } = useWords(englishHistory);
  const toast = useToast();
  const save = async () => {
    try {
      await download(apiPath(store, "audit", { format: "csv" }), `history-${store}.csv`);
    } catch (error) {
      const reason = error instanceof ApiProblem ? error.message : "";
      toast({ type: "error", header: HISTORY.saveFailed, text: reason });
    }
  };
  return (
    <Panel
      action={
        <AsyncButton label={HISTORY.save} onClick={save} variant="secondary" workingLabel={HISTORY.saving} />
      }
      description={HISTORY.text}
      title={HISTORY.title}
    >
      <HistoryList store={store} />
    </Panel>
  );
}
