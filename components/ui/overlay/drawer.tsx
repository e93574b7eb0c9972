"use client";

import { CloseIcon } from "@bigcommerce/big-design-icons";
import { useEffect, useId, useLayoutEffect, useRef, type KeyboardEvent, type ReactNode } from "react";
import styled from "styled-components";
import * as englishCommon from "#lib/messages/en/common.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import { focusMain } from "#components/ui/focus-main.ts";
import { Button } from "#components/ui/form/button.tsx";
import { TABLET, useMedia } from "#components/ui/use-media.ts";
import { useEscape } from "./use-escape.ts";

interface DrawerProps {
  title: string;
  /** Buttons in the head, before the closing one. */
  tools?: ReactNode;
  /** Changes whenever another thing is opened: focus then moves to the heading. */
  subject: string;
  /** The id of the element that gets focus when the drawer closes, such as the row of what it shows. */
  opener: string;
  onClose: () => void;
  children: ReactNode;
}

const Layer = styled.div`
  background: ${({ theme }) => theme.colors.white};
  bottom: 0;
  box-sizing: border-box;
  overflow-y: auto;
  /* At its end the wheel must not go on to the list below. */
  overscroll-behavior: contain;
  padding: 0 16px 32px;
  position: fixed;
  right: 0;
  top: 0;
  width: 100%;
  z-index: ${({ theme }) => theme.zIndex.fixed};
  @media (min-width: 720px) {
    border-left: 1px solid ${({ theme }) => theme.colors.secondary30};
    box-shadow: -2px 0 12px rgb(49 52 64 / 15%);
    padding: 0 24px 32px;
    width: min(560px, 65vw);
  }
`;

const Head = styled.div`
  align-items: start;
  background: ${({ theme }) => theme.colors.white};
  display: flex;
  gap: 8px;
  justify-content: space-between;
  padding: 16px 0 8px;
  position: sticky;
  top: 0;
  z-index: 1;
  h2 {
    font-size: 20px;
    font-weight: 400;
    line-height: 28px;
    margin: 4px 0;
    min-width: 0;
    overflow-wrap: anywhere;
  }
  > div {
    display: flex;
    flex: none;
  }
`;

const FOCUSABLE =
  'a[href], button:not([disabled]), input:not([disabled]), select, summary, textarea, [tabindex="0"]';

/**
 * Details at the right edge of the frame, over a list that stays exactly as it is: nothing below is laid out anew or
 * scrolled, neither when the drawer opens nor when it closes. From 720 px on the list beside it can still be used; below
 * that the drawer covers everything and keeps focus. Escape closes it unless something lies over it. Focus goes to the
 * heading, and back to `opener` if it is still inside. Load it lazily: it is not part of any first look.
 */
export function Drawer({ title, tools, subject, opener, onClose, children }: DrawerProps) {
  const { COMMON } = useWords(englishCommon);
  const isBeside = useMedia(TABLET);
  const headingId = useId();
  const layer = useRef<HTMLDivElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);

  useEffect(() => heading.current?.focus({ preventScroll: true }), [subject, isBeside]);
  useReturnOfFocus(layer, opener);
  useEscape(layer, onClose);

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    // Layers opened from here lie outside in the page, but their keys still pass by.
    if (!(event.target instanceof Node) || !event.currentTarget.contains(event.target)) return;
    if (event.key === "Tab" && !isBeside) keepFocusInside(event, layer.current);
  };

  return (
    <Layer
      ref={layer}
      aria-labelledby={headingId}
      aria-modal={isBeside ? undefined : true}
      data-drawer=""
      onKeyDown={onKeyDown}
      role="dialog"
    >
      <Head>
        <h2 ref={heading} id={headingId} tabIndex={-1}>
          {title}
        </h2>
        <div>
          {tools}
          <Button iconOnly={<CloseIcon title={COMMON.close} />} onClick={onClose} variant="subtle" />
        </div>
      </Head>
      {children}
    </Layer>
  );
}

/** Hands focus back when the drawer goes, before its elements do and focus with them. */
function useReturnOfFocus(layer: { readonly current: HTMLElement | null }, opener: string): void {
  const latest = useRef(opener);
  useEffect(() => {
    latest.current = opener;
  });
  useLayoutEffect(() => {
    const element = layer.current;
    return () => {
      if (!element?.contains(document.activeElement)) return;
      const target = document.getElementById(latest.current);
      if (target) target.focus({ preventScroll: true });
      else focusMain();
    };
  }, [layer]);
}

function keepFocusInside(event: KeyboardEvent, layer: HTMLElement | null): void {
  const all = [...(layer?.querySelectorAll<HTMLElement>(FOCUSABLE) ?? [])].filter(
    (one) => one.offsetParent !== null,
  );
  const edge = event.shiftKey ? all[0] : all.at(-1);
  const isOnHeading = event.shiftKey && document.activeElement?.matches("h2");
  if (document.activeElement !== edge && !isOnHeading) return;
  event.preventDefault();
  (event.shiftKey ? all.at(-1) : all[0])?.focus();
}
