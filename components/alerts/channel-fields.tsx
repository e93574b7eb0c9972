"use client";

import { FormGroup, Input, Small, Textarea } from "@bigcommerce/big-design";
import { useState } from "react";
import { Button } from "#components/ui/form/button.tsx";
import { ConfirmDialog } from "#components/ui/overlay/confirm-dialog.tsx";
import { ExternalLink } from "#components/ui/external-link.tsx";
import { Note } from "#components/ui/note.tsx";
import { useHelpAddresses } from "#components/shell/help-addresses.tsx";
import * as englishCommon from "#lib/messages/en/common.ts";
import * as englishAlerts from "#lib/messages/en/alerts.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import type { AlertSettingsView, AlertTestResult } from "#lib/contract/alerts.ts";
import type { AlertChannel } from "#lib/contract/values/alerts.ts";
import { DeliveryLines } from "./delivery-lines.tsx";
import { Buttons, Group } from "#components/ui/form/fields.tsx";
import { TestButton } from "./test-button.tsx";
import type { useDraft } from "./use-draft.ts";

interface ChannelProps {
  settings: AlertSettingsView;
  form: ReturnType<typeof useDraft>;
  /** Nothing may be changed or tried. */
  isFixed: boolean;
  onTest: (channel: AlertChannel) => Promise<AlertTestResult>;
}

/** Who is told by e-mail. */
export function EmailFields({ settings, form, isFixed, onTest }: ChannelProps) {
  const { ALERTS, emailsFaultText } = useWords(englishAlerts);
  const { COMMON } = useWords(englishCommon);
  const { supportUrl } = useHelpAddresses();
  if (!settings.isMailSetUp) {
    return (
      <Note>
        {ALERTS.noMail} <ExternalLink href={supportUrl}>{COMMON.support}</ExternalLink>
      </Note>
    );
  }
  const { draft, emailsFault, isChanged } = form;
  return (
    <Group>
      <FormGroup>
        <Textarea
          description={ALERTS.emailsHelp}
          disabled={isFixed}
          error={emailsFault ? emailsFaultText(emailsFault) : undefined}
          label={ALERTS.emails}
          onChange={(event) => form.edit({ emails: event.target.value })}
          rows={3}
          value={draft.emails}
        />
      </FormGroup>
      {settings.emails.length > 0 && !isFixed && (
        <Buttons>
          <TestButton channel="email" disabled={isChanged} onTest={onTest} />
          {isChanged && <Small marginBottom="none">{ALERTS.saveFirst}</Small>}
        </Buttons>
      )}
      <DeliveryLines deliveries={settings.deliveries.filter(({ channel }) => channel === "email")} />
    </Group>
  );
}

/** Which address gets signed requests. */
export function WebhookFields({
  settings,
  form,
  isFixed,
  onTest,
  onRenew,
}: ChannelProps & { onRenew: () => Promise<void> }) {
  const { ALERTS, urlFaultText } = useWords(englishAlerts);
  const [isAsking, setIsAsking] = useState(false);
  const { draft, urlFault, isChanged } = form;
  return (
    <Group>
      <FormGroup>
        <Input
          description={ALERTS.webhookHelp}
          disabled={isFixed}
          error={urlFault ? urlFaultText(urlFault) : undefined}
          inputMode="url"
          label={ALERTS.webhook}
          onChange={(event) => form.edit({ webhookUrl: event.target.value })}
          placeholder="https://"
          value={draft.webhookUrl}
        />
      </FormGroup>
      {settings.webhookUrl !== null && !isFixed && (
        <Buttons>
          <TestButton channel="webhook" disabled={isChanged} onTest={onTest} />
          <Button onClick={() => setIsAsking(true)} variant="secondary">
            {ALERTS.renew}
          </Button>
          {isChanged && <Small marginBottom="none">{ALERTS.saveFirst}</Small>}
        </Buttons>
      )}
      <DeliveryLines deliveries={settings.deliveries.filter(({ channel }) => channel === "webhook")} />
      <ConfirmDialog
        confirmLabel={ALERTS.renew}
        isOpen={isAsking}
        onCancel={() => setIsAsking(false)}
        onConfirm={() => {
          setIsAsking(false);
          void onRenew();
        }}
        text={ALERTS.renewText}
        title={ALERTS.renewQuestion}
      />
    </Group>
  );
}
