"use client";

import { useEffect, useRef, type ReactNode } from "react";
import styled from "styled-components";
import { Badge } from "#components/ui/badge.tsx";
import type { BadgeWords } from "#lib/messages/badge.ts";
import type { GuideChapter } from "#lib/contract/values/guide.ts";
import { BannerSlot } from "#components/shell/banners.tsx";
import { HelpLink } from "#components/shell/help-link.tsx";
import { SectionLinks } from "#components/shell/section-links.tsx";
import { useIsNavigation } from "#components/shell/navigation.tsx";

interface ScreenProps {
  title: string;
  description: ReactNode;
  badge?: BadgeWords | undefined;
  /** At most three, at most one of them primary, none destructive. */
  actions?: ReactNode;
  /** The chapter of the guide about this screen. */
  help?: GuideChapter;
  /** Before anything is set up there is nowhere to go. */
  hasSections?: boolean;
  /** Whether the screen expects to put up a banner, and cannot yet. */
  awaitsBanner?: boolean;
  children: ReactNode;
}

const Head = styled.header`
  align-items: start;
  display: flex;
  flex-direction: column;
  gap: 12px;
  margin: 16px 0;
  h1 {
    align-items: center;
    display: flex;
    flex-wrap: wrap;
    font-size: 24px;
    font-weight: 300;
    gap: 12px;
    line-height: 32px;
    margin: 0;
  }
  p {
    color: ${({ theme }) => theme.colors.secondary60};
    margin: 4px 0 0;
  }
  @media (min-width: 720px) {
    flex-direction: row;
    justify-content: space-between;
  }
`;

const Actions = styled.div`
  align-items: center;
  display: flex;
  flex-wrap: wrap;
  gap: 8px;
  @media (min-width: 720px) {
    justify-content: flex-end;
  }
  @media (min-width: 1025px) {
    flex-shrink: 0;
  }
`;

/** Narrow frames have the help at their foot alone. */
const Beside = styled.span`
  display: none;
  margin-right: 8px;
  @media (min-width: 720px) {
    display: inline;
  }
`;

/** The frame of one screen: section links, title, what it is for, its actions, the one banner, and what it shows. */
export function Screen({
  title,
  description,
  badge,
  actions,
  help,
  hasSections = true,
  awaitsBanner = false,
  children,
}: ScreenProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const isNavigation = useIsNavigation();

  // The first page of a visit leaves focus to the browser; every later one tells where one has come to.
  useEffect(() => {
    if (isNavigation()) heading.current?.focus({ preventScroll: true });
  }, [isNavigation]);

  return (
    <>
      {hasSections && <SectionLinks />}
      <Head>
        <div>
          <h1 ref={heading} tabIndex={-1}>
            {title}
            {badge && <Badge label={badge.label} variant={badge.variant} />}
          </h1>
          <p>{description}</p>
        </div>
        <Actions>
          {help && (
            <Beside>
              <HelpLink chapter={help} />
            </Beside>
          )}
          {actions}
        </Actions>
      </Head>
      <BannerSlot isAwaited={awaitsBanner} />
      {children}
    </>
  );
}
