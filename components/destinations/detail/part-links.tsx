"use client";

import NextLink from "next/link";
import styled from "styled-components";
import { useStore } from "#components/shell/store-context.tsx";
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

const PartLink = styled(NextLink)`
  border-bottom: 4px solid transparent;
  color: ${({ theme }) => theme.colors.primary};
  display: block;
  padding: 8px 12px 4px;
  text-decoration: none;
  &:hover {
    border-color: ${({ theme }) => theme.colors.secondary30};
    color: ${({ theme }) => theme.colors.primary60};
  }
  &:focus-visible {
    outline-offset: -2px;
  }
  &[aria-current] {
    border-color: ${({ theme }) => theme.colors.primary};
    color: ${({ theme }) => theme.colors.secondary70};
    font-weight: 600;
  }
  /* There even a transparent border is drawn. */
  @media (forced-colors: active) {
    border-color: Canvas;
    &[aria-current] {
      border-color: Highlight;
    }
  }
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
