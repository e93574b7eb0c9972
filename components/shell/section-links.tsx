"use client";

import { usePathname } from "next/navigation";
import { useEffect, useRef } from "react";
import styled from "styled-components";
import { TabLink } from "#components/ui/tab-link.ts";
import { VisuallyHidden } from "#components/ui/visually-hidden.tsx";
import * as englishCommon from "#lib/messages/en/common.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import { pagePath, SECTIONS, settingsPath } from "#lib/client/paths.ts";
import { useAlerts } from "#lib/client/api/use-alerts.ts";
import { useStore } from "./store-context.tsx";

/** How wide the shadow is that tells of sections beyond an edge. */
const SHADOW = "12px";

/* The shadows stay at the edges; what hides them lies at the ends of the bar, and moves away with them. */
const Nav = styled.nav`
  background:
    linear-gradient(to right, ${({ theme }) => theme.colors.secondary10} 50%, transparent) left / 32px 100%
      no-repeat local,
    linear-gradient(to left, ${({ theme }) => theme.colors.secondary10} 50%, transparent) right / 32px 100%
      no-repeat local,
    linear-gradient(to right, ${({ theme }) => theme.colors.secondary40}, transparent) left / ${SHADOW} 100%
      no-repeat scroll,
    linear-gradient(to left, ${({ theme }) => theme.colors.secondary40}, transparent) right / ${SHADOW} 100%
      no-repeat scroll;
  border-bottom: 1px solid ${({ theme }) => theme.colors.secondary30};
  overflow-x: auto;
  position: relative;
  ul {
    display: flex;
    gap: 4px;
    list-style: none;
    margin: 0;
    padding: 0;
  }
  @media (max-width: 479px) {
    ul {
      gap: 0;
    }
    a {
      font-size: 14px;
      padding-inline: 5px;
    }
  }
`;

const Count = styled.span`
  background: ${({ theme }) => theme.colors.danger40};
  border-radius: 10px;
  color: ${({ theme }) => theme.colors.white};
  display: inline-block;
  font-size: 12px;
  font-weight: 600;
  line-height: 20px;
  /* The bar is as high without it. */
  margin: -4px 0 -4px 6px;
  min-width: 8px;
  padding: 0 6px;
  text-align: center;
`;

/** The sections that exist, as real links; the first one counts the alerts that nobody has acknowledged. */
export function SectionLinks() {
  const { alertCount, COMMON, SECTION_NAMES } = useWords(englishCommon);
  const path = usePathname();
  const { store } = useStore();
  const unseen = useAlerts(store).list?.unseen ?? 0;
  const nav = useRef<HTMLElement>(null);
  // In some languages the sections are wider than a phone. Only sideways: the page itself stays where it is.
  useEffect(() => {
    const bar = nav.current;
    const here = bar?.querySelector<HTMLElement>("[aria-current]");
    if (!bar || !here) return;
    const { offsetLeft, offsetWidth } = here;
    bar.scrollLeft = Math.min(
      offsetLeft,
      Math.max(bar.scrollLeft, offsetLeft + offsetWidth - bar.clientWidth),
    );
  }, [path, SECTION_NAMES]);
  return (
    <Nav ref={nav} aria-label={COMMON.sections}>
      <ul>
        {SECTIONS.map((section) => {
          const href = pagePath(store, section);
          const isHere = path === href || path.startsWith(`${href}/`);
          return (
            <li key={section}>
              <TabLink
                aria-current={isHere ? "page" : undefined}
                href={section === "settings" ? settingsPath(store, "general") : href}
                prefetch={false}
              >
                {SECTION_NAMES[section]}
                {section === "overview" && unseen > 0 && (
                  <>
                    <Count aria-hidden>{unseen}</Count>
                    <VisuallyHidden>{alertCount(unseen)}</VisuallyHidden>
                  </>
                )}
              </TabLink>
            </li>
          );
        })}
      </ul>
    </Nav>
  );
}
