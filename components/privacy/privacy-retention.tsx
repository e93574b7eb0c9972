"use client";

import { FormGroup, InlineMessage, Input } from "@bigcommerce/big-design";
import { useState } from "react";
import { Group } from "#components/ui/form/fields.tsx";
import { SaveBar } from "#components/ui/form/save-bar.tsx";
import { ConfirmDialog } from "#components/ui/overlay/confirm-dialog.tsx";
import { useToast } from "#components/ui/toasts.tsx";
import * as englishPrivacy from "#lib/messages/en/privacy.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import { ApiProblem } from "#lib/client/fetcher/request.ts";
import { useRetentionPreview } from "#lib/client/api/use-privacy.ts";
import type { PrivacyView } from "#lib/contract/privacy.ts";

interface PrivacyRetentionProps {
  store: string;
  privacy: PrivacyView;
  isFixed: boolean;
  onSave: (days: number) => Promise<void>;
}

/** How long events are kept. What a shorter time would delete is said before it does. */
export function PrivacyRetention({ store, privacy, isFixed, onSave }: PrivacyRetentionProps) {
  const { PRIVACY } = useWords(englishPrivacy);
  const toast = useToast();
  const [edited, setEdited] = useState<string | null>(null);
  const [isAsking, setIsAsking] = useState(false);
  const { retentionDays, retentionDaysMax } = privacy;
  const typed = edited ?? String(retentionDays);
  const days = /^\d{1,4}$/.test(typed.trim()) ? Number(typed) : 0;
  const isValid = days >= 1 && days <= retentionDaysMax;
  const isShorter = isValid && days < retentionDays;
  const goes = useRetentionPreview(store, isShorter ? days : null);

  const save = async () => {
    setIsAsking(false);
    try {
      await onSave(days);
      setEdited(null);
      toast({ type: "success", text: PRIVACY.saved });
    } catch (problem) {
      const text = problem instanceof ApiProblem ? problem.message : "";
      toast({ type: "error", header: PRIVACY.failed, text });
    }
  };
  const told = goes === undefined ? PRIVACY.counting : PRIVACY.wouldGo(goes, days);

  return (
    <Group>
      <FormGroup>
        <Input
          description={PRIVACY.retentionRange(retentionDaysMax)}
          disabled={isFixed}
          error={isValid ? undefined : PRIVACY.retentionFault(retentionDaysMax)}
          inputMode="numeric"
          label={PRIVACY.retention}
          onChange={(event) => setEdited(event.target.value)}
          value={typed}
        />
      </FormGroup>
      <div role="status">
        {isShorter && <InlineMessage messages={[{ text: told }]} type={goes === 0 ? "info" : "warning"} />}
      </div>
      {edited !== null && edited.trim() !== String(retentionDays) && (
        <SaveBar
          isReady={isValid && !isFixed && (!isShorter || goes !== undefined)}
          label={PRIVACY.save}
          onCancel={() => setEdited(null)}
          onSave={isShorter ? async () => setIsAsking(true) : save}
        />
      )}
      <ConfirmDialog
        confirmLabel={PRIVACY.shorten}
        isDestructive
        isOpen={isAsking}
        onCancel={() => setIsAsking(false)}
        onConfirm={() => void save()}
        text={told}
        title={PRIVACY.shortenQuestion(days)}
      />
    </Group>
  );
}
