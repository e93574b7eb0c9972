"use client";

import styled from "styled-components";
import { useStore } from "#components/shell/store-context.tsx";
import { TabLink } from "#components/ui/tab-link.ts";
import * as englishDestinations from "#lib/messages/en/destinations.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import { DESTINATION_PARTS, destinationPath, type DestinationPart } from "#lib/client/paths.ts";

const Nav = styled.nav`
  border-bottom: 1px solid ${({ theme }) => theme.colors.secondary30};
  margin: 8px 0 16px;
  ul {
    display: flex;
    flex-wrap: wrap;
    gap: 4px;
    list-style: none;
    margin: 0;
    padding: 0;
  }
`;

const PartLink = styled(TabLink)`
  padding: 8px 12px 4px;
`;

/** The parts of a destination, as links: each has an address of its own. */
export function PartLinks({ id, part }: { id: string; part: DestinationPart | null }) {
  const { DESTINATIONS } = useWords(englishDestinations);
  const { store } = useStore();
  return (
    <Nav aria-label={DESTINATIONS.tabs}>
      <ul>
        {([undefined, ...DESTINATION_PARTS] as const).map((each) => (
          <li key={each ?? "deliveries"}>
            <PartLink
              aria-current={(each ?? null) === part ? "page" : undefined}
              href={destinationPath(store, id, each)}
              prefetch={false}
            >
              {DESTINATIONS[each ?? "deliveries"]}
            </PartLink>
          </li>
        ))}
      </ul>
    </Nav>
  );
}
