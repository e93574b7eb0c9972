"use client";

import { InlineMessage, StatusMessage } from "@bigcommerce/big-design";
import dynamic from "next/dynamic";
import styled from "styled-components";
import { Screen } from "#components/shell/screen.tsx";
import { useStore } from "#components/shell/store-context.tsx";
import { ButtonLink } from "#components/ui/links.tsx";
import { Note } from "#components/ui/note.tsx";
import { Placeholder } from "#components/ui/placeholder.tsx";
import { useNow } from "#components/ui/use-now.ts";
import * as englishCommon from "#lib/messages/en/common.ts";
import * as englishDestinations from "#lib/messages/en/destinations.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import { useDestination } from "#lib/client/api/use-destinations.ts";
import { isProblem } from "#lib/client/fetcher/request.ts";
import { pagePath, type DestinationPart } from "#lib/client/paths.ts";
import type { DestinationView } from "#lib/contract/destinations.ts";
import { PROBLEM_CODES } from "#lib/contract/values/problems.ts";
import { OnSwitch } from "#components/destinations/on-switch.tsx";
import { RemedyButton } from "#components/destinations/remedy-button.tsx";
import { badgeOf } from "#components/destinations/standing.ts";
import { StateLines } from "#components/destinations/state-lines.tsx";
import { PartLinks } from "./part-links.tsx";

/** As high as the three lines that its sentence takes in narrow frames with the time of the next try, before these are there. */
const Standing = styled.span`
  display: block;
  @media (max-width: 719px) {
    min-height: 72px;
  }
`;

/** As high as a button in narrow frames, where what helps is known after the switch, and both after the rest. */
const Ways = styled.span`
  align-items: center;
  display: flex;
  flex-wrap: wrap;
  gap: 8px;
  @media (max-width: 719px) {
    min-height: 36px;
  }
`;

const standIn = (height: string) =>
  function StandIn() {
    return (
      <div aria-busy>
        <Placeholder $height={height} />
      </div>
    );
  };
const StandIn = standIn("240px");
/** As the settings reach below the frame, so that the foot is not pushed out of it. */
const SettingsStandIn = standIn("960px");
const Deliveries = dynamic(() => import("./deliveries-part.tsx").then((module) => module.DeliveriesPart), {
  loading: StandIn,
});
const Chart = dynamic(() => import("./delivery-chart.tsx").then((module) => module.DeliveryChartPanel), {
  loading: StandIn,
});
const Settings = dynamic(() => import("./settings-part.tsx").then((module) => module.SettingsPart), {
  loading: SettingsStandIn,
});
const Activity = dynamic(() => import("./activity-part.tsx").then((module) => module.ActivityPart), {
  loading: StandIn,
});

interface Props {
  id: string;
  /** Null for its deliveries. */
  part: DestinationPart | null;
}

/** One destination: how it is, what became of its events, and its settings. */
export function DestinationScreen({ id, part }: Props) {
  const { COMMON } = useWords(englishCommon);
  const words = useWords(englishDestinations);
  const { DESTINATIONS } = words;
  const { store, session, hasEnded } = useStore();
  const { data, error, mutate } = useDestination(store, id);
  const nowMs = useNow();
  // Until it is known who is here, as for the owner: a button that comes later moves what is beside it.
  const isFixed = session?.user.isOwner === false || hasEnded;
  if (isProblem(error, PROBLEM_CODES.notFound)) return <Gone />;
  return (
    <Screen
      actions={
        <Ways>
          {data && (
            <>
              <RemedyButton destination={data} isFixed={isFixed} />
              <OnSwitch destination={data} isFixed={isFixed} />
            </>
          )}
        </Ways>
      }
      badge={data && badgeOf(data, words, nowMs)}
      description={
        <Standing>{data ? <StateLines destination={data} /> : <Placeholder $width="320px" />}</Standing>
      }
      title={data?.name ?? DESTINATIONS.title}
    >
      {error !== undefined && (
        <InlineMessage
          actions={[{ text: COMMON.tryAgain, onClick: () => void mutate() }]}
          marginBottom="medium"
          messages={[{ text: DESTINATIONS.oneSlow }]}
          type="warning"
        />
      )}
      {session?.user.isOwner === false && <Note>{DESTINATIONS.ownerLine}</Note>}
      <PartLinks id={id} part={part} />
      {data && <Part destination={data} isFixed={isFixed || !session} part={part} />}
      {!data && error === undefined && (part === "settings" ? <SettingsStandIn /> : <StandIn />)}
    </Screen>
  );
}

interface PartProps {
  destination: DestinationView;
  isFixed: boolean;
  part: DestinationPart | null;
}

function Part({ destination, isFixed, part }: PartProps) {
  if (part === "settings") return <Settings destination={destination} isFixed={isFixed} />;
  if (part === "activity") return <Activity destination={destination} />;
  return (
    <>
      <Chart id={destination.id} />
      <Deliveries destination={destination} isFixed={isFixed} />
    </>
  );
}

function Gone() {
  const { DESTINATIONS } = useWords(englishDestinations);
  const { store } = useStore();
  return (
    <Screen description={DESTINATIONS.description} title={DESTINATIONS.title}>
      <StatusMessage
        actions={
          <ButtonLink href={pagePath(store, "destinations")} prefetch={false}>
            {DESTINATIONS.viewAll}
          </ButtonLink>
        }
        heading={DESTINATIONS.gone}
        message={DESTINATIONS.goneText}
        variant="404"
      />
    </Screen>
  );
}
