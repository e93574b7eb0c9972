"use client";

import { InlineMessage } from "@bigcommerce/big-design";
import { useState } from "react";
import { useStore, useTechnicalDetails } from "#components/shell/store-context.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { Placeholder } from "#components/ui/placeholder.tsx";
import { useToast } from "#components/ui/toasts.tsx";
import * as englishAlerts from "#lib/messages/en/alerts.ts";
import * as englishCommon from "#lib/messages/en/common.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import { ApiProblem } from "#lib/client/fetcher/request.ts";
import { useAlertSettings } from "#lib/client/api/use-alert-settings.ts";
import { CauseChoice } from "./cause-choice.tsx";
import { EmailFields, WebhookFields } from "./channel-fields.tsx";
import { Fields } from "#components/ui/form/fields.tsx";
import { BigCommerceNoticesPanel } from "./bigcommerce-notices-panel.tsx";
import { SaveBar } from "#components/ui/form/save-bar.tsx";
import { SecretOnce } from "#components/ui/json/secret-once.tsx";
import { useDraft } from "./use-draft.ts";

/** Who hears of it when webhooks stop working. The owner may change it, everybody may see it. */
export function AlertSettingsPanel() {
  const { ALERTS } = useWords(englishAlerts);
  const { COMMON } = useWords(englishCommon);
  const { store, session, hasEnded } = useStore();
  const toast = useToast();
  const { settings, error, refresh, save, renewSecret, test } = useAlertSettings(store);
  const form = useDraft(settings);
  const [secret, setSecret] = useState<string | null>(null);
  const isOwner = session?.user.isOwner === true;
  const isFixed = !isOwner || hasEnded;
  const isTechnical = useTechnicalDetails();

  /** Does something and says why it did not work. */
  const attempt = async (work: () => Promise<void>, failed: string) => {
    try {
      await work();
    } catch (problem) {
      const text = problem instanceof ApiProblem ? problem.message : "";
      toast({ type: "error", header: failed, text });
    }
  };
  const saveAll = () =>
    attempt(async () => {
      const made = await save(form.change);
      if (made !== null) setSecret(made);
      form.drop();
      toast({ type: "success", text: ALERTS.saved });
    }, ALERTS.notSaved);
  const renew = () => attempt(async () => setSecret(await renewSecret()), ALERTS.renewFailed);

  return (
    <>
      <Panel description={ALERTS.text} title={ALERTS.title}>
        {error !== undefined && !settings && (
          <InlineMessage
            actions={[{ text: COMMON.tryAgain, onClick: () => void refresh() }]}
            messages={[{ text: ALERTS.slow }]}
            type="warning"
          />
        )}
        {!settings && error === undefined && (
          <div aria-busy>
            <Placeholder $height="320px" />
          </div>
        )}
        {settings && (
          <Fields>
            <EmailFields form={form} isFixed={isFixed} onTest={test} settings={settings} />
            {(isTechnical || settings.webhookUrl !== null) && (
              <WebhookFields
                form={form}
                isFixed={isFixed}
                onRenew={renew}
                onTest={test}
                settings={settings}
              />
            )}
            {secret !== null && (
              <SecretOnce
                copy={ALERTS.copySecret}
                header={ALERTS.secret}
                secret={secret}
                text={ALERTS.secretOnce}
              />
            )}
            <CauseChoice
              isFixed={isFixed}
              muted={form.draft.mutedCauses}
              onChange={(mutedCauses) => form.edit({ mutedCauses })}
            />
            {form.isChanged && (
              <SaveBar
                isReady={form.emailsFault === null && form.urlFault === null && !isFixed}
                label={ALERTS.saveAlerts}
                onCancel={form.drop}
                onSave={saveAll}
              />
            )}
          </Fields>
        )}
      </Panel>
      <BigCommerceNoticesPanel isFixed={isFixed} store={store} />
    </>
  );
}
