"use client";

import { Checkbox, InlineMessage } from "@bigcommerce/big-design";
import { useRef, useState, type SubmitEvent } from "react";
import styled from "styled-components";
import { useMayChangeWebhooks, useStore } from "#components/shell/store-context.tsx";
import { Button } from "#components/ui/form/button.tsx";
import { ButtonLink, TextLink } from "#components/ui/links.tsx";
import { Meter } from "#components/ui/chart/meter.tsx";
import { useToast } from "#components/ui/toasts.tsx";
import { Panel } from "#components/ui/panel.tsx";
import * as englishCommon from "#lib/messages/en/common.ts";
import * as englishWelcome from "#lib/messages/en/welcome.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import * as englishCatalogue from "#lib/messages/en/catalogue.ts";
import { pagePath } from "#lib/client/paths.ts";
import { ApiProblem } from "#lib/client/fetcher/request.ts";
import type { Progress, useSubscriptions } from "#lib/client/api/use-subscriptions.ts";
import { missingScopes, presetChoices } from "./preset-choice.ts";
import { useSetup } from "./use-setup.ts";

const Sets = styled.fieldset`
  border: 0;
  display: grid;
  gap: 12px;
  margin: 0 0 12px;
  padding: 0;
  position: relative;
  legend {
    font-weight: 600;
    padding: 0 0 8px;
  }
`;

const Foot = styled.div`
  display: flex;
  flex-direction: column-reverse;
  gap: 8px;
  margin-top: 16px;
  > * {
    justify-content: center;
  }
  @media (min-width: 720px) {
    flex-direction: row;
    justify-content: flex-end;
  }
`;

interface ChooseStepProps {
  subscriptions: Pick<ReturnType<typeof useSubscriptions>, "list" | "changeMany">;
  onDone: () => void;
}

/** Sets of event types to turn on at once, each with how much of it is on: the installation turned on what most stores need. */
export function ChooseStep({ subscriptions: { list, changeMany }, onDone }: ChooseStepProps) {
  const { presetWords, titleOf } = useWords(englishCatalogue);
  const { COMMON } = useWords(englishCommon);
  const { WELCOME } = useWords(englishWelcome);
  const { store, hasEnded } = useStore();
  const mayChange = useMayChangeWebhooks();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [progress, setProgress] = useState<Progress | null>(null);
  const [failures, setFailures] = useState<{ scope: string; sentence: string }[]>([]);
  const { reach } = useSetup();
  const show = useToast();
  const form = useRef<HTMLFormElement>(null);
  const scopes = list ? missingScopes(list, chosen) : [];

  const toggle = (id: string) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };

  const turnOn = async () => {
    if (scopes.length === 0) return onDone();
    setFailures([]);
    try {
      const changes = scopes.map((scope) => ({ scope, wanted: true }));
      const results = await changeMany(changes, setProgress);
      const refused = results.filter(({ outcome }) => outcome !== "done" && outcome !== "already");
      const done = results.length - refused.length;
      if (done > 0) show({ type: "success", text: WELCOME.turnedOn(done) });
      if (refused.length === 0) return onDone();
      setFailures(refused.map(({ scope, sentence }) => ({ scope, sentence: sentence ?? "" })));
    } catch (error) {
      const sentence = error instanceof ApiProblem ? error.message : WELCOME.slow;
      setFailures(scopes.map((scope) => ({ scope, sentence })));
    } finally {
      setProgress(null);
    }
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (!progress) void turnOn();
  };

  return (
    <Panel description={WELCOME.chooseText} title={WELCOME.choose}>
      <form ref={form} onSubmit={submit}>
        <Sets aria-busy={!list}>
          <legend>{WELCOME.legend}</legend>
          {presetChoices(list).map(({ preset, on: already }) => {
            const isComplete = already === preset.scopes.length;
            return (
              <Checkbox
                key={preset.id}
                checked={isComplete || chosen.has(preset.id)}
                description={WELCOME.setText(
                  presetWords(preset).summary,
                  preset.scopes.length,
                  list ? already : null,
                )}
                disabled={!list || isComplete || hasEnded || !mayChange}
                isIndeterminate={already > 0 && !isComplete && !chosen.has(preset.id)}
                label={presetWords(preset).title}
                onChange={() => toggle(preset.id)}
              />
            );
          })}
        </Sets>
        <TextLink href={pagePath(store, "webhooks")} prefetch={false}>
          {WELCOME.single}
        </TextLink>
        {progress && (
          <Meter
            done={progress.done}
            label={WELCOME.turningOn(progress.done, progress.total)}
            total={progress.total}
          />
        )}
        {failures.length > 0 && (
          <InlineMessage
            actions={[{ text: COMMON.tryAgain, onClick: () => form.current?.requestSubmit() }]}
            header={WELCOME.someFailed}
            marginTop="medium"
            messages={failures.map(({ scope, sentence }) => ({ text: `${titleOf(scope)}: ${sentence}` }))}
            type="error"
          />
        )}
        <Foot>
          <ButtonLink href={pagePath(store, "overview")} onClick={() => reach("done")} prefetch={false}>
            {WELCOME.skip}
          </ButtonLink>
          <Button aria-busy={progress !== null} disabled={!list || hasEnded} mobileWidth="100%" type="submit">
            {chosen.size > 0 ? WELCOME.turnOn : WELCOME.looksGood}
          </Button>
        </Foot>
        {list && list.strays.length > 0 && <p>{WELCOME.kept(list.strays.length)}</p>}
      </form>
    </Panel>
  );
}
