"use client";

import { useStore } from "#components/shell/store-context.tsx";
import { AsyncButton } from "#components/ui/form/async-button.tsx";
import { Button } from "#components/ui/form/button.tsx";
import { CopyButton } from "#components/ui/json/copy-button.tsx";
import { ButtonLink } from "#components/ui/links.tsx";
import { useToast } from "#components/ui/toasts.tsx";
import * as englishCommon from "#lib/messages/en/common.ts";
import * as englishDestinations from "#lib/messages/en/destinations.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import { useDestinationWays } from "#lib/client/api/use-destinations.ts";
import { ApiProblem } from "#lib/client/fetcher/request.ts";
import { destinationPath } from "#lib/client/paths.ts";
import type { DestinationView } from "#lib/contract/destinations.ts";
import { remedyOf } from "./standing.ts";
import { useResuming } from "./use-resuming.tsx";
import { useSaid } from "./use-said.ts";
import { useTurning } from "./use-turning.ts";

interface Props {
  destination: DestinationView;
  /** Nothing may be changed: what only looks or copies stays. */
  isFixed: boolean;
}

/** The one thing that helps a destination; nothing where there is only to wait. */
export function RemedyButton({ destination, isFixed }: Props) {
  const { COMMON } = useWords(englishCommon);
  const { DESTINATIONS, stateWords } = useWords(englishDestinations);
  const { store } = useStore();
  const said = useSaid();
  const remedy = remedyOf(destination);
  const { id, name } = destination;
  if (remedy === "events")
    return (
      <ButtonLink
        aria-label={COMMON.actionOn(DESTINATIONS.viewEvents, name)}
        href={destinationPath(store, id)}
        prefetch={false}
      >
        {DESTINATIONS.viewEvents}
      </ButtonLink>
    );
  if (remedy === "message")
    return (
      <CopyButton
        label={DESTINATIONS.copyMessage}
        name={COMMON.actionOn(DESTINATIONS.copyMessage, name)}
        text={DESTINATIONS.message(name, stateWords(destination, said).sentence)}
        variant="secondary"
      />
    );
  if (remedy === null || isFixed) return null;
  if (remedy === "try") return <TryButton destination={destination} />;
  if (remedy === "resume") return <ResumeButton destination={destination} />;
  const label = { address: "changeAddress", key: "checkKey", template: "checkTemplate" } as const;
  return (
    <ButtonLink
      aria-label={COMMON.actionOn(DESTINATIONS[label[remedy]], name)}
      href={destinationPath(store, id, "settings")}
      prefetch={false}
    >
      {DESTINATIONS[label[remedy]]}
    </ButtonLink>
  );
}

function TryButton({ destination: { id, name } }: Pick<Props, "destination">) {
  const { COMMON } = useWords(englishCommon);
  const { DESTINATIONS } = useWords(englishDestinations);
  const { store } = useStore();
  const { tryNow } = useDestinationWays(store);
  const toast = useToast();
  const attempt = async () => {
    try {
      await tryNow(id);
    } catch (problem) {
      const text = problem instanceof ApiProblem ? problem.message : "";
      toast({ type: "error", subject: id, header: DESTINATIONS.notDone, text });
    }
  };
  return (
    <AsyncButton
      aria-label={COMMON.actionOn(DESTINATIONS.tryNow, name)}
      label={DESTINATIONS.tryNow}
      onClick={attempt}
      variant="secondary"
      workingLabel={DESTINATIONS.trying}
    />
  );
}

function ResumeButton({ destination }: Pick<Props, "destination">) {
  const { COMMON } = useWords(englishCommon);
  const { DESTINATIONS } = useWords(englishDestinations);
  const { resume, question } = useResuming(destination, useTurning(destination));
  return (
    <>
      <Button
        aria-label={COMMON.actionOn(DESTINATIONS.turnOn, destination.name)}
        onClick={() => void resume()}
        variant="secondary"
      >
        {DESTINATIONS.turnOn}
      </Button>
      {question}
    </>
  );
}
