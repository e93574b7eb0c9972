"use client";

import { InlineMessage } from "@bigcommerce/big-design";
import dynamic from "next/dynamic";
import styled from "styled-components";
import { Screen } from "#components/shell/screen.tsx";
import { useStore } from "#components/shell/store-context.tsx";
import { ButtonLink } from "#components/ui/links.tsx";
import { Note } from "#components/ui/note.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { Placeholder } from "#components/ui/placeholder.tsx";
import * as englishCommon from "#lib/messages/en/common.ts";
import * as englishDestinations from "#lib/messages/en/destinations.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import { useDestinations } from "#lib/client/api/use-destinations.ts";
import { newDestinationPath } from "#lib/client/paths.ts";
import { DestinationRow } from "./destination-row.tsx";

const EmptyDestinations = dynamic(() =>
  import("./empty-destinations.tsx").then((module) => module.EmptyDestinations),
);

const List = styled.ul`
  list-style: none;
  margin: 0;
  padding: 0;
  > li + li {
    border-top: 1px solid ${({ theme }) => theme.colors.secondary30};
    margin-top: 16px;
    padding-top: 16px;
  }
`;

const Foreword = styled.div`
  margin-bottom: 16px;
`;

/** The systems that the store's events are sent on to, and how each of them is. */
export function DestinationsScreen() {
  const { COMMON } = useWords(englishCommon);
  const { DESTINATIONS } = useWords(englishDestinations);
  const { store, session } = useStore();
  const { data, error, mutate } = useDestinations(store);
  const isOwner = session?.user.isOwner === true;
  const isEmpty = data?.destinations.length === 0;
  return (
    <Screen
      actions={
        // Until it is known who is here, as for the owner: a button that comes later moves all below it in narrow frames.
        session?.user.isOwner !== false &&
        !isEmpty && (
          <ButtonLink $isPrimary href={newDestinationPath(store)} prefetch={false}>
            {DESTINATIONS.add}
          </ButtonLink>
        )
      }
      description={DESTINATIONS.description}
      help="destinations"
      title={DESTINATIONS.title}
    >
      {session?.user.isOwner === false && (
        <Foreword>
          <Note>{DESTINATIONS.ownerLine}</Note>
        </Foreword>
      )}
      {error !== undefined && (
        <InlineMessage
          actions={[{ text: COMMON.tryAgain, onClick: () => void mutate() }]}
          marginBottom="medium"
          messages={[{ text: DESTINATIONS.slow }]}
          type="warning"
        />
      )}
      {!data && error === undefined && (
        <Panel title={DESTINATIONS.list}>
          <div aria-busy>
            <Placeholder $height="160px" />
          </div>
        </Panel>
      )}
      {isEmpty && <EmptyDestinations isOwner={isOwner} />}
      {data && !isEmpty && (
        <Panel title={DESTINATIONS.list}>
          <List aria-label={DESTINATIONS.list}>
            {data.destinations.map((destination) => (
              <DestinationRow key={destination.id} destination={destination} />
            ))}
          </List>
        </Panel>
      )}
    </Screen>
  );
}
