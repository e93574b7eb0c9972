"use client";

import { InlineMessage } from "@bigcommerce/big-design";
import dynamic from "next/dynamic";
import { useRef, useState, type SubmitEvent } from "react";
import { UnsavedGuard } from "#components/settings/unsaved-guard.tsx";
import { Screen } from "#components/shell/screen.tsx";
import { useStore } from "#components/shell/store-context.tsx";
import { Button } from "#components/ui/form/button.tsx";
import { Buttons } from "#components/ui/form/fields.tsx";
import { ButtonLink } from "#components/ui/links.tsx";
import { Note } from "#components/ui/note.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { useUnsaved } from "#components/ui/unsaved.tsx";
import * as englishCommon from "#lib/messages/en/common.ts";
import * as englishDestinations from "#lib/messages/en/destinations.ts";
import * as englishForm from "#lib/messages/en/destination-form.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import { useDestinationWays } from "#lib/client/api/use-destinations.ts";
import { ApiProblem } from "#lib/client/fetcher/request.ts";
import { pagePath } from "#lib/client/paths.ts";
import type { DestinationMade } from "#lib/contract/destinations.ts";
import { faultsOf, inputOf, newDraft, type Draft } from "./form/draft.ts";
import { FromPart } from "./form/from-part.tsx";
import { MoreFold } from "./form/more-fold.tsx";
import { PreviewPanel } from "./form/preview-panel.tsx";
import { WhatPart } from "./form/what-part.tsx";
import { WherePart } from "./form/where-part.tsx";

const MadePanel = dynamic(() => import("./made-panel.tsx").then((module) => module.MadePanel));

/** Nothing is kept yet of a destination that is being made. */
const NOTHING_KEPT = { auth: "none", headerNames: [] } as const;

/** Makes a destination: three questions on one page, then its key and a test. */
export function NewDestinationScreen() {
  const { FORM } = useWords(englishForm);
  const { DESTINATIONS } = useWords(englishDestinations);
  const { session } = useStore();
  const [made, setMade] = useState<DestinationMade | null>(null);
  const isStaff = session?.user.isOwner === false;
  return (
    <Screen
      description={made ? DESTINATIONS.description : FORM.description}
      title={made ? FORM.added(made.destination.name) : FORM.title}
    >
      {made ? (
        <MadePanel made={made} />
      ) : isStaff ? (
        <Note>{DESTINATIONS.ownerLine}</Note>
      ) : (
        <UnsavedGuard>
          <NewForm onMade={setMade} />
        </UnsavedGuard>
      )}
    </Screen>
  );
}

function NewForm({ onMade }: { onMade: (made: DestinationMade) => void }) {
  const { COMMON } = useWords(englishCommon);
  const { FORM } = useWords(englishForm);
  const { store, session, hasEnded } = useStore();
  const { make } = useDestinationWays(store);
  const [draft, setDraft] = useState<Draft>(() => newDraft("server"));
  // The form makes one destination, however often it is sent.
  const [wish] = useState(() => crypto.getRandomValues(new Uint32Array(4)).join("-"));
  const [isTouched, setIsTouched] = useState(false);
  const [isTried, setIsTried] = useState(false);
  const [isWorking, setIsWorking] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const isFixed = session?.user.isOwner !== true || hasEnded;
  const found = faultsOf(draft, true);
  const hasFaults = Object.keys(found).length > 0;
  const edit = (change: Partial<Draft>) => {
    setIsTouched(true);
    setDraft({ ...draft, ...change });
  };
  const send = async () => {
    setIsTried(true);
    setFailure(null);
    if (hasFaults) {
      // Once the marks are there.
      setTimeout(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
      return;
    }
    setIsWorking(true);
    try {
      onMade(await make(inputOf(draft), wish));
    } catch (problem) {
      setFailure(problem instanceof ApiProblem ? problem.message : COMMON.trouble);
      setIsWorking(false);
    }
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (!isWorking && !isFixed) void send();
  };
  const part = { draft, edit, faults: isTried ? found : {}, isFixed };
  return (
    <form ref={form} noValidate onSubmit={submit}>
      {isTouched && <Unsaved />}
      <WherePart {...part} isNew />
      <WhatPart {...part} />
      <FromPart {...part} />
      <PreviewPanel {...part} kept={NOTHING_KEPT} />
      <Panel title={FORM.last}>
        <MoreFold {...part} isNew kept={NOTHING_KEPT} />
        {isTried && hasFaults && (
          <InlineMessage marginTop="medium" messages={[{ text: FORM.check }]} type="error" />
        )}
        {failure !== null && (
          <InlineMessage
            header={FORM.failed}
            marginTop="medium"
            messages={[{ text: failure }]}
            type="error"
          />
        )}
        <Buttons style={{ marginTop: 16 }}>
          <Button aria-busy={isWorking} disabled={isFixed} type="submit">
            {isWorking ? FORM.submitting : FORM.submit}
          </Button>
          <ButtonLink href={pagePath(store, "destinations")} prefetch={false}>
            {COMMON.cancel}
          </ButtonLink>
        </Buttons>
      </Panel>
    </form>
  );
}

/** Asks before a form is left that somebody typed in. */
function Unsaved() {
  useUnsaved();
  return null;
}
