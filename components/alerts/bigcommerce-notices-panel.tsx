"use client";

import { FormGroup, InlineMessage, Textarea } from "@bigcommerce/big-design";
import { useState } from "react";
import { Panel } from "#components/ui/panel.tsx";
import { Placeholder } from "#components/ui/placeholder.tsx";
import { useToast } from "#components/ui/toasts.tsx";
import * as englishAlerts from "#lib/messages/en/alerts.ts";
import * as englishCommon from "#lib/messages/en/common.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import { ApiProblem } from "#lib/client/fetcher/request.ts";
import { useBigCommerceNotices } from "#lib/client/api/use-alert-settings.ts";
import { emailsFault, emailsOf } from "#lib/contract/values/alert-faults.ts";
import { Fields } from "#components/ui/form/fields.tsx";
import { SaveBar } from "#components/ui/form/save-bar.tsx";

/** Where BigCommerce itself writes to. Read from BigCommerce and set there. */
export function BigCommerceNoticesPanel({ store, isFixed }: { store: string; isFixed: boolean }) {
  const { ALERTS, emailsFaultText } = useWords(englishAlerts);
  const { COMMON } = useWords(englishCommon);
  const toast = useToast();
  const { emails, error, refresh, save } = useBigCommerceNotices(store);
  const [edited, setEdited] = useState<string | null>(null);
  const text = edited ?? emails?.join("\n") ?? "";
  const typed = emailsOf(text);
  const fault = edited === null ? null : emailsFault(typed);

  const saveAll = async () => {
    try {
      await save(typed);
      setEdited(null);
      toast({ type: "success", text: ALERTS.noticesSaved });
    } catch (problem) {
      const reason = problem instanceof ApiProblem ? problem.message : "";
      toast({ type: "error", header: ALERTS.noticesNotSaved, text: reason });
    }
  };

  return (
    <Panel description={ALERTS.noticesText} title={ALERTS.notices}>
      {error !== undefined && !emails && (
        <InlineMessage
          actions={[{ text: COMMON.tryAgain, onClick: () => void refresh() }]}
          messages={[{ text: error instanceof ApiProblem ? error.message : ALERTS.noticesSlow }]}
          type="warning"
        />
      )}
      {!emails && error === undefined && (
        <div aria-busy>
          <Placeholder $height="80px" />
        </div>
      )}
      {emails && (
        <Fields>
          <FormGroup>
            <Textarea
              description={ALERTS.emailsHelp}
              disabled={isFixed}
              error={fault ? emailsFaultText(fault) : undefined}
              label={ALERTS.emails}
              onChange={(event) => setEdited(event.target.value)}
              rows={2}
              value={text}
            />
          </FormGroup>
          {edited !== null && edited !== emails.join("\n") && (
            <SaveBar
              isReady={fault === null && !isFixed}
              label={ALERTS.noticesSave}
              onCancel={() => setEdited(null)}
              onSave={saveAll}
            />
          )}
        </Fields>
      )}
    </Panel>
  );
}
