"use client";

import { Text } from "@bigcommerce/big-design";
import styled from "styled-components";
import { useStore, useTechnicalDetails } from "#components/shell/store-context.tsx";
import { Fields } from "#components/ui/form/fields.tsx";
import { ButtonLink } from "#components/ui/links.tsx";
import { Panel } from "#components/ui/panel.tsx";
import * as englishDestinations from "#lib/messages/en/destinations.ts";
import * as englishForm from "#lib/messages/en/destination-form.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import { destinationPath } from "#lib/client/paths.ts";
import type { DestinationMade } from "#lib/contract/destinations.ts";
import { KeyOnce } from "./key-once.tsx";
import { TestLine } from "./test-line.tsx";

const Foot = styled.div`
  margin-top: 8px;
`;

/** A destination that was just made: its key, this once, and whether a test event arrives there. */
export function MadePanel({ made: { destination, secret } }: { made: DestinationMade }) {
  const { DESTINATIONS } = useWords(englishDestinations);
  const { FORM } = useWords(englishForm);
  const { store } = useStore();
  const isTechnical = useTechnicalDetails();
  const { id, kind, signing } = destination;
  // Slack checks no key, and a BigCommerce receiver has the one that was just entered.
  const showsKey = signing === "standard" && (kind !== "slack" || isTechnical);
  return (
    <Panel title={DESTINATIONS.test}>
      <Fields>
        <Text marginBottom="none">{showsKey ? FORM.addedText : FORM.addedPlainText}</Text>
        {showsKey && <KeyOnce secret={secret} />}
        <TestLine destination={destination} />
        <Foot>
          <ButtonLink href={destinationPath(store, id)} prefetch={false}>
            {FORM.done}
          </ButtonLink>
        </Foot>
      </Fields>
    </Panel>
  );
}
