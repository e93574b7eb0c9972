"use client";

import { useState } from "react";
import { UnsavedGuard } from "#components/settings/unsaved-guard.tsx";
import { useStore } from "#components/shell/store-context.tsx";
import { SaveBar } from "#components/ui/form/save-bar.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { useToast } from "#components/ui/toasts.tsx";
import * as englishDestinations from "#lib/messages/en/destinations.ts";
import * as englishForm from "#lib/messages/en/destination-form.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import { useDestinationWays } from "#lib/client/api/use-destinations.ts";
import { ApiProblem } from "#lib/client/fetcher/request.ts";
import type { DestinationView } from "#lib/contract/destinations.ts";
import { changeOf, draftOf, faultsOf, type Draft } from "#components/destinations/form/draft.ts";
import { MoreFold } from "#components/destinations/form/more-fold.tsx";
import { PreviewPanel } from "#components/destinations/form/preview-panel.tsx";
import { WhatPart } from "#components/destinations/form/what-part.tsx";
import { WherePart } from "#components/destinations/form/where-part.tsx";
import { TestLine } from "#components/destinations/test-line.tsx";
import { KeyPanel } from "./key-panel.tsx";
import { RemovePanel } from "./remove-panel.tsx";

interface Props {
  destination: DestinationView;
  isFixed: boolean;
}

/** Where a destination is and what it gets, its key, and its end. The owner changes them, everybody may see them. */
export function SettingsPart({ destination, isFixed }: Props) {
  const { DESTINATIONS } = useWords(englishDestinations);
  const { FORM } = useWords(englishForm);
  const { store } = useStore();
  const { change } = useDestinationWays(store);
  const toast = useToast();
  const [edited, setEdited] = useState<Draft | null>(null);
  const draft = edited ?? draftOf(destination);
  const faults = edited === null ? {} : faultsOf(edited, false);
  const hasFaults = Object.keys(faults).length > 0;
  const different = edited === null ? {} : changeOf(edited, destination);
  const edit = (next: Partial<Draft>) => setEdited({ ...draft, ...next });
  const save = async () => {
    try {
      await change(destination.id, different);
      setEdited(null);
      toast({ type: "success", text: FORM.saved });
    } catch (problem) {
      const text = problem instanceof ApiProblem ? problem.message : "";
      toast({ type: "error", header: FORM.notSaved, text });
    }
  };
  const part = { draft, edit, faults, isFixed, isNew: false };
  const kept = { auth: destination.auth, headerNames: destination.headerNames };
  return (
    <>
      <UnsavedGuard>
        <WherePart {...part} />
        <WhatPart {...part} />
        <PreviewPanel {...part} kept={kept} />
        <Panel title={FORM.developer}>
          <MoreFold {...part} kept={kept} />
          {(hasFaults || Object.keys(different).length > 0) && !isFixed && (
            <SaveBar isReady={!hasFaults} label={FORM.save} onCancel={() => setEdited(null)} onSave={save} />
          )}
        </Panel>
      </UnsavedGuard>
      {!isFixed && (
        <Panel title={DESTINATIONS.test}>
          <TestLine destination={destination} />
        </Panel>
      )}
      <KeyPanel destination={destination} isFixed={isFixed} />
      {!isFixed && <RemovePanel destination={destination} />}
    </>
  );
}
