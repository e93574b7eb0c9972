"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useStore } from "#components/shell/store-context.tsx";
import { Button } from "#components/ui/form/button.tsx";
import { ConfirmDialog } from "#components/ui/overlay/confirm-dialog.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { useToast } from "#components/ui/toasts.tsx";
import * as englishDestinations from "#lib/messages/en/destinations.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import { useDestinationWays } from "#lib/client/api/use-destinations.ts";
import { ApiProblem } from "#lib/client/fetcher/request.ts";
import { pagePath } from "#lib/client/paths.ts";
import type { DestinationView } from "#lib/contract/destinations.ts";

/** Ends a destination, after saying what is lost with it. */
export function RemovePanel({
  destination: { id, name, waiting, failed },
}: {
  destination: DestinationView;
}) {
  const { DESTINATIONS } = useWords(englishDestinations);
  const { store } = useStore();
  const { remove } = useDestinationWays(store);
  const router = useRouter();
  const toast = useToast();
  const [isAsking, setIsAsking] = useState(false);
  const confirm = async () => {
    setIsAsking(false);
    try {
      await remove(id);
      toast({ type: "success", text: DESTINATIONS.removed(name) });
      router.push(pagePath(store, "destinations"));
    } catch (problem) {
      const text = problem instanceof ApiProblem ? problem.message : "";
      toast({ type: "error", header: DESTINATIONS.notRemoved, text });
    }
  };
  return (
    <Panel
      action={
        <Button actionType="destructive" onClick={() => setIsAsking(true)} variant="secondary">
          {DESTINATIONS.remove}
        </Button>
      }
      description={DESTINATIONS.removeText}
      title={DESTINATIONS.remove}
    >
      <ConfirmDialog
        confirmLabel={DESTINATIONS.remove}
        isDestructive
        isOpen={isAsking}
        onCancel={() => setIsAsking(false)}
        onConfirm={() => void confirm()}
        text={DESTINATIONS.removeLoses(waiting, failed)}
        title={DESTINATIONS.removeQuestion(name)}
      />
    </Panel>
  );
}
