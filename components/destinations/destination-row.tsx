"use client";

import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useId } from "react";
import styled from "styled-components";
import { Badge } from "#components/ui/badge.tsx";
import { useStore, useTechnicalDetails } from "#components/shell/store-context.tsx";
import { TextLink } from "#components/ui/links.tsx";
import { RowMenu } from "#components/ui/overlay/row-menu.tsx";
import * as englishDestinations from "#lib/messages/en/destinations.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import { useNow } from "#components/ui/use-now.ts";
import { HeadedRow, RowWords } from "#components/ui/headed-row.ts";
import { destinationPath } from "#lib/client/paths.ts";
import type { DestinationView } from "#lib/contract/destinations.ts";
import { OnSwitch } from "./on-switch.tsx";
import { RemedyButton } from "./remedy-button.tsx";
import { StateLines } from "./state-lines.tsx";
import { badgeOf } from "./standing.ts";
import { useTestToast } from "./use-test-toast.ts";

const TechnicalFacts = dynamic(() => import("./technical-facts.tsx").then((module) => module.TechnicalFacts));

const Actions = styled.div`
  align-items: center;
  display: flex;
  flex-wrap: wrap;
  gap: 12px;
`;

/** One destination: how it is, the one thing that helps, and its switch. */
export function DestinationRow({ destination }: { destination: DestinationView }) {
  const words = useWords(englishDestinations);
  const { DESTINATIONS } = words;
  const { store, session, hasEnded } = useStore();
  const isTechnical = useTechnicalDetails();
  const router = useRouter();
  const test = useTestToast(destination);
  const id = useId();
  // Until it is known who is here, as for the owner: a button that comes later moves what is beside it.
  const isFixed = session?.user.isOwner === false || hasEnded;
  const badge = badgeOf(destination, words, useNow());
  const path = destinationPath(store, destination.id);
  return (
    <HeadedRow aria-labelledby={id}>
      <RowWords>
        <h3>
          <TextLink href={path} id={id} prefetch={false}>
            {destination.name}
          </TextLink>
          <Badge label={badge.label} variant={badge.variant} />
        </h3>
        <StateLines destination={destination} />
        {isTechnical && <TechnicalFacts destination={destination} />}
      </RowWords>
      <Actions>
        <RemedyButton destination={destination} isFixed={isFixed} />
        <OnSwitch destination={destination} isFixed={isFixed} />
        <RowMenu
          items={[
            { id: "open", label: DESTINATIONS.open, onChoose: () => router.push(path) },
            ...(isFixed ? [] : [{ id: "test", label: DESTINATIONS.test, onChoose: () => void test() }]),
          ]}
          name={DESTINATIONS.moreFor(destination.name)}
        />
      </Actions>
    </HeadedRow>
  );
}
