"use client";

import type { ReactNode } from "react";
import styled from "styled-components";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import * as englishExceptions from "#lib/messages/en/exceptions.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import * as englishCatalogue from "#lib/messages/en/catalogue.ts";
import { useExceptions } from "#lib/client/api/use-exceptions.ts";

const SHOWN_MAX = 5;

const List = styled.ul`
  list-style: none;
  margin: 0;
  padding: 0;
  li + li {
    margin-top: 8px;
  }
  small {
    color: ${({ theme }) => theme.colors.secondary60};
    display: block;
    overflow-wrap: anywhere;
  }
`;

/**
 * What BigCommerce told of failed deliveries, of one scope or of the store; nothing at all where it told nothing.
 * @param renderNotes Puts what there is into its place on the screen.
 */
export function ExceptionNotes({
  store,
  scope,
  renderNotes,
}: {
  store: string;
  scope: string | null;
  renderNotes: (notes: ReactNode) => ReactNode;
}) {
  const { titleOf } = useWords(englishCatalogue);
  const { EXCEPTIONS, exceptionText } = useWords(englishExceptions);
  const { data } = useExceptions(store, scope);
  if (!data || data.exceptions.length === 0) return null;
  return renderNotes(
    <List aria-label={EXCEPTIONS.list}>
      {data.exceptions.slice(0, SHOWN_MAX).map((exception) => (
        <li key={exception.id}>
          {scope === null && (
            <strong>{exception.scope === null ? EXCEPTIONS.store : titleOf(exception.scope)}: </strong>
          )}
          {exceptionText(exception.code)} <RelativeTime iso={exception.at} />
          <small>{exception.message}</small>
        </li>
      ))}
    </List>,
  );
}
