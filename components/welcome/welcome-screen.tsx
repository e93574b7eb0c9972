"use client";

import { InlineMessage } from "@bigcommerce/big-design";
import { useSearchParams } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { useStore } from "#components/shell/store-context.tsx";
import { Screen } from "#components/shell/screen.tsx";
import { TechnicalDetailsSwitch } from "#components/shell/preference-boxes.tsx";
import { Panel } from "#components/ui/panel.tsx";
import * as englishCommon from "#lib/messages/en/common.ts";
import * as englishPreferences from "#lib/messages/en/preferences.ts";
import * as englishWelcome from "#lib/messages/en/welcome.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import { useSubscriptions } from "#lib/client/api/use-subscriptions.ts";
import { ChooseStep } from "./choose-step.tsx";
import { AboutPanel } from "./about-panel.tsx";
import { StepList } from "./step-list.tsx";
import { useSetup } from "./use-setup.ts";
import { WatchStep } from "./watch-step.tsx";

/** The first page after the installation: what Keeper does, choose events, watch them arrive. */
export function WelcomeScreen() {
  const { COMMON } = useWords(englishCommon);
  const { TECHNICAL_DETAILS } = useWords(englishPreferences);
  const { WELCOME } = useWords(englishWelcome);
  const { store } = useStore();
  const subscriptions = useSubscriptions(store);
  const isWatching = useSearchParams().get("step") === "watch";
  const { reach } = useSetup();
  const [step, setStep] = useState(isWatching ? 3 : 2);
  const steps = useRef<HTMLDivElement>(null);
  const isFirst = useRef(true);

  // Each later step puts focus on its heading. Compared with the step shown, for strict mode runs this twice.
  useEffect(() => {
    if (isFirst.current && step === (isWatching ? 3 : 2)) return;
    isFirst.current = false;
    const heading = steps.current?.querySelector("h2");
    heading?.setAttribute("tabindex", "-1");
    heading?.focus();
  }, [step, isWatching]);

  const { list, error } = subscriptions;
  return (
    <Screen description={WELCOME.description} hasSections={false} title={WELCOME.title}>
      <StepList current={step} />
      {step === 2 && <AboutPanel list={list} />}
      {error !== undefined && !list && (
        <InlineMessage
          actions={[{ text: COMMON.tryAgain, onClick: () => void subscriptions.refresh() }]}
          marginBottom="medium"
          messages={[{ text: WELCOME.slow }]}
          type="warning"
        />
      )}
      <div ref={steps}>
        {step === 2 ? (
          <ChooseStep
            onDone={() => {
              reach("watch");
              setStep(3);
            }}
            subscriptions={subscriptions}
          />
        ) : (
          <WatchStep onBack={() => setStep(2)} />
        )}
      </div>
      {step === 2 && (
        <Panel title={TECHNICAL_DETAILS.question}>
          <TechnicalDetailsSwitch />
        </Panel>
      )}
    </Screen>
  );
}
