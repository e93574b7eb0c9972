"use client";

import { useStore, useTechnicalDetails } from "#components/shell/store-context.tsx";
import { ButtonLink } from "#components/ui/links.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { SecretOnce } from "#components/ui/json/secret-once.tsx";
import * as englishDestinations from "#lib/messages/en/destinations.ts";
import * as englishForm from "#lib/messages/en/destination-form.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import { destinationPath } from "#lib/client/paths.ts";
import type { DestinationMade } from "#lib/contract/destinations.ts";
import { TestLine } from "./test-line.tsx";

/** A destination that was just made: its key, this once, and whether a test event arrives there. */
export function MadePanel({ made: { destination, secret } }: { made: DestinationMade }) {
  const { DESTINATIONS } = useWords(englishDestinations);
  const { FORM } = useWords(englishForm);
  const { store } = useStore();
  const isTechnical = useTechnicalDetails();
  const { id, kind, signing } = destination;
  // Slack checks no key, a provider proves by its own who sent, and a BigCommerce receiver has the one that was just entered.
  const isPublic = signing === "ed25519";
  const showsKey = signing !== "bigcommerce" && (kind === "http" || (isTechnical && kind !== "email"));
  return (
    <>
      {showsKey && (
        <Panel title={DESTINATIONS.keys}>
          <SecretOnce
            copy={DESTINATIONS.copyKey}
            header={isPublic ? DESTINATIONS.publicKey : null}
            secret={secret}
            text={isPublic ? DESTINATIONS.publicKeyText : DESTINATIONS.keyOnce}
          />
        </Panel>
      )}
      <Panel description={showsKey ? FORM.addedText : FORM.addedPlainText} title={DESTINATIONS.test}>
        <TestLine destination={destination} />
      </Panel>
      <ButtonLink href={destinationPath(store, id)} prefetch={false}>
        {FORM.done}
      </ButtonLink>
    </>
  );
}
