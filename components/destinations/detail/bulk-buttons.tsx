"use client";

import { useState } from "react";
import { useStore } from "#components/shell/store-context.tsx";
import { AsyncButton } from "#components/ui/form/async-button.tsx";
import { Button } from "#components/ui/form/button.tsx";
import { Buttons } from "#components/ui/form/fields.tsx";
import { ConfirmDialog } from "#components/ui/overlay/confirm-dialog.tsx";
import { useToast } from "#components/ui/toasts.tsx";
import * as englishDeliveries from "#lib/messages/en/deliveries.ts";
import * as englishDestinations from "#lib/messages/en/destinations.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import { useDestinationWays } from "#lib/client/api/use-destinations.ts";
import { ApiProblem } from "#lib/client/fetcher/request.ts";
import type { DestinationView } from "#lib/contract/destinations.ts";

/** Sends everything that was given up again, or skips it; the second asks first, since the receiver then never gets it. */
export function BulkButtons({ destination: { id, name, failed, isOn } }: { destination: DestinationView }) {
  const { DESTINATIONS } = useWords(englishDestinations);
  const { DELIVERIES } = useWords(englishDeliveries);
  const { store } = useStore();
  const { retry, dismiss } = useDestinationWays(store);
  const toast = useToast();
  const [isAsking, setIsAsking] = useState(false);
  const attempt = async (work: typeof retry, said: (count: number) => string) => {
    try {
      toast({ type: "success", subject: id, text: said(await work(id, { state: "failed" })) });
    } catch (problem) {
      const text = problem instanceof ApiProblem ? problem.message : "";
      toast({ type: "error", subject: id, header: DESTINATIONS.notDone, text });
    }
  };
  return (
    <Buttons>
      {isOn && (
        <AsyncButton
          label={DESTINATIONS.sendAll}
          onClick={() => attempt(retry, DESTINATIONS.sentAll)}
          variant="secondary"
          workingLabel={DELIVERIES.sending}
        />
      )}
      <Button onClick={() => setIsAsking(true)} variant="subtle">
        {DESTINATIONS.skipAll}
      </Button>
      <ConfirmDialog
        confirmLabel={DESTINATIONS.skipAll}
        isDestructive
        isOpen={isAsking}
        onCancel={() => setIsAsking(false)}
        onConfirm={() => {
          setIsAsking(false);
          void attempt(dismiss, DESTINATIONS.skippedAll);
        }}
        text={DESTINATIONS.skipAllText(name)}
        title={DESTINATIONS.skipAllQuestion(failed)}
      />
    </Buttons>
  );
}
