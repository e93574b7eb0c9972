"use client";

import { InlineMessage, Text } from "@bigcommerce/big-design";
import { useState } from "react";
import { useStore } from "#components/shell/store-context.tsx";
import { Button } from "#components/ui/form/button.tsx";
import { ConfirmDialog } from "#components/ui/overlay/confirm-dialog.tsx";
import { useLocale } from "#components/ui/locale.tsx";
import { Meter } from "#components/ui/chart/meter.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { Placeholder } from "#components/ui/placeholder.tsx";
import { useToast } from "#components/ui/toasts.tsx";
import * as englishCommon from "#lib/messages/en/common.ts";
import * as englishSecret from "#lib/messages/en/secret.ts";
import { longMoment } from "#lib/messages/format/time.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import { ApiProblem } from "#lib/client/fetcher/request.ts";
import { useSecret } from "#lib/client/api/use-secret.ts";

/** The secret that the store's webhooks carry: how far its renewal is, and the way to begin one. */
export function SecretPanel() {
  const { COMMON } = useWords(englishCommon);
  const { progressText, renewalText, SECRET } = useWords(englishSecret);
  const { store, session, hasEnded } = useStore();
  const locale = useLocale();
  const toast = useToast();
  const { secret, error, refresh, renew } = useSecret(store);
  const [isAsking, setIsAsking] = useState(false);
  const isOwner = session?.user.isOwner === true;
  const renewal = secret?.renewal ?? null;
  const moment = (iso: string) => longMoment(iso, locale);

  const confirm = async () => {
    setIsAsking(false);
    try {
      await renew();
    } catch (problem) {
      const reason = problem instanceof ApiProblem ? problem.message : "";
      toast({ type: "error", header: SECRET.failed, text: reason });
    }
  };

  return (
    <Panel
      action={
        isOwner && secret && !renewal ? (
          <Button disabled={hasEnded} onClick={() => setIsAsking(true)} variant="secondary">
            {SECRET.renew}
          </Button>
        ) : undefined
      }
      description={SECRET.text}
      title={SECRET.title}
    >
      {error !== undefined && !secret && (
        <InlineMessage
          actions={[{ text: COMMON.tryAgain, onClick: () => void refresh() }]}
          messages={[{ text: SECRET.slow }]}
          type="warning"
        />
      )}
      {!secret && error === undefined && <Placeholder $width="240px" />}
      {renewal && (
        <>
          <Text>{renewalText(renewal, moment)}</Text>
          <Meter done={renewal.hooksOnNew} label={progressText(renewal)} total={renewal.hooks} />
        </>
      )}
      {secret && !renewal && <Text>{SECRET.idle}</Text>}
      <ConfirmDialog
        confirmLabel={SECRET.renew}
        isOpen={isAsking}
        onCancel={() => setIsAsking(false)}
        onConfirm={() => void confirm()}
        text={SECRET.questionText}
        title={SECRET.question}
      />
    </Panel>
  );
}
