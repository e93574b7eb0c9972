"use client";

import { useStore } from "#components/shell/store-context.tsx";
import { Buttons } from "#components/ui/form/fields.tsx";
import { CopyButton } from "#components/ui/json/copy-button.tsx";
import { ButtonLink } from "#components/ui/links.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { ThreeBoxes } from "#components/welcome/three-boxes.tsx";
import * as englishDestinations from "#lib/messages/en/destinations.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import { shareLink } from "#lib/client/control-panel/share-link.ts";
import { newDestinationPath } from "#lib/client/paths.ts";

/** What a destination is for, and what one needs for it. */
export function EmptyDestinations({ isOwner }: { isOwner: boolean }) {
  const { DESTINATIONS } = useWords(englishDestinations);
  const { store, session } = useStore();
  const path = newDestinationPath(store);
  return (
    <Panel description={DESTINATIONS.emptyText} title={DESTINATIONS.emptyTitle}>
      <ThreeBoxes />
      <Buttons>
        {isOwner && (
          <ButtonLink $isPrimary href={path} prefetch={false}>
            {DESTINATIONS.add}
          </ButtonLink>
        )}
        <CopyButton
          label={DESTINATIONS.askDeveloper}
          name={DESTINATIONS.askDeveloper}
          text={DESTINATIONS.askText(shareLink(store, session?.store.reopenUrl, path))}
          variant="secondary"
        />
      </Buttons>
    </Panel>
  );
}
