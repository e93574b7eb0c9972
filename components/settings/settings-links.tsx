"use client";

import NextLink from "next/link";
import styled from "styled-components";
import { useStore, useTechnicalDetails } from "#components/shell/store-context.tsx";
import * as englishSettings from "#lib/messages/en/settings.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import { SETTINGS_PAGES, settingsPath, type SettingsPageName } from "#lib/client/paths.ts";

const Nav = styled.nav`
  margin-bottom: 16px;
  ul {
    display: flex;
    flex-wrap: wrap;
    gap: 4px;
    list-style: none;
    margin: 0;
    padding: 0;
  }
  @media (min-width: 900px) {
    ul {
      flex-direction: column;
    }
  }
`;

const PageLink = styled(NextLink)`
  border-radius: ${({ theme }) => theme.borderRadius.normal};
  color: ${({ theme }) => theme.colors.primary};
  display: block;
  padding: 8px 12px;
  text-decoration: none;
  &:hover {
    background: ${({ theme }) => theme.colors.secondary20};
    color: ${({ theme }) => theme.colors.primary60};
  }
  &[aria-current] {
    background: ${({ theme }) => theme.colors.white};
    box-shadow: inset 4px 0 0 ${({ theme }) => theme.colors.primary};
    color: ${({ theme }) => theme.colors.secondary70};
    font-weight: 600;
  }
  @media (forced-colors: active) {
    &[aria-current] {
      border-left: 4px solid Highlight;
    }
  }
`;

/**
 * The pages under Settings. An owner never needs the developer's: without technical details its link is shown only on the
 * page itself, which links from elsewhere still open. Whoever looks for it finds the switch on the first page.
 */
export function SettingsLinks({ page }: { page: SettingsPageName }) {
  const { SETTINGS } = useWords(englishSettings);
  const { store } = useStore();
  const isTechnical = useTechnicalDetails();
  const pages = SETTINGS_PAGES.filter((name) => name !== "developer" || isTechnical || page === name);
  return (
    <Nav aria-label={SETTINGS.pageLinks}>
      <ul>
        {pages.map((name) => (
          <li key={name}>
            <PageLink
              aria-current={name === page ? "page" : undefined}
              href={settingsPath(store, name)}
              prefetch={false}
            >
              {SETTINGS.pages[name]}
            </PageLink>
          </li>
        ))}
      </ul>
    </Nav>
  );
}
