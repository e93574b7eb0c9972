"use client";

import { CloseIcon } from "@bigcommerce/big-design-icons";
import { useEffect, useRef, type KeyboardEvent, type ReactNode } from "react";
import styled from "styled-components";
import * as englishCommon from "#lib/messages/en/common.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import { Button } from "#components/ui/form/button.tsx";
import { DESKTOP, useMedia } from "#components/ui/use-media.ts";

interface SidePanelProps {
  title: string;
  /** Buttons in the head, before the closing one. */
  tools?: ReactNode;
  /** Changes whenever another thing is shown: focus then moves to the heading. */
  subject: string;
  onClose: () => void;
  children: ReactNode;
}

const Aside = styled.aside`
  background: ${({ theme }) => theme.colors.white};
  border-radius: ${({ theme }) => theme.borderRadius.normal};
  box-shadow: 0 1px 6px rgb(49 52 64 / 20%);
  box-sizing: border-box;
  max-height: calc(100vh - 32px);
  overflow-y: auto;
  padding: 16px;
  position: sticky;
  top: 16px;
`;

const Layer = styled.div`
  background: ${({ theme }) => theme.colors.white};
  box-sizing: border-box;
  inset: 0;
  overflow-y: auto;
  padding: 16px;
  position: fixed;
  z-index: ${({ theme }) => theme.zIndex.fixed};
`;

const Head = styled.div`
  align-items: start;
  display: flex;
  gap: 8px;
  justify-content: space-between;
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

const FOCUSABLE = 'a[href], button:not([disabled]), input:not([disabled]), select, textarea, [tabindex="0"]';

/**
 * Details beside the list from 1025 px on, and as a layer over everything below that. Escape closes it; whoever opened
 * it puts focus back there.
 */
export function SidePanel({ title, tools, subject, onClose, children }: SidePanelProps) {
  const { COMMON } = useWords(englishCommon);
  const isBeside = useMedia(DESKTOP);
  const panel = useRef<HTMLDivElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);

  useEffect(() => heading.current?.focus(), [subject, isBeside]);

  useEffect(() => {
    if (isBeside) return;
    const { overflowY } = document.body.style;
    document.body.style.overflowY = "hidden";
    return () => {
      document.body.style.overflowY = overflowY;
    };
  }, [isBeside]);

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    // Layers opened from here lie outside in the page, but their keys still pass by.
    if (!(event.target instanceof Node) || !event.currentTarget.contains(event.target)) return;
    if (event.key === "Escape" && !event.defaultPrevented) onClose();
    if (event.key === "Tab" && !isBeside) keepFocusInside(event, panel.current);
  };

  const content = (
    <>
      <Head>
        <h2 ref={heading} tabIndex={-1}>
          {title}
        </h2>
        <div>
          {tools}
          <Button iconOnly={<CloseIcon title={COMMON.close} />} onClick={onClose} variant="subtle" />
        </div>
      </Head>
      {children}
    </>
  );
  if (isBeside) {
    return (
      <Aside ref={panel} aria-label={title} onKeyDown={onKeyDown}>
        {content}
      </Aside>
    );
  }
  return (
    <Layer ref={panel} aria-label={title} aria-modal onKeyDown={onKeyDown} role="dialog">
      {content}
    </Layer>
  );
}

function keepFocusInside(event: KeyboardEvent, panel: HTMLElement | null): void {
  const all = [...(panel?.querySelectorAll<HTMLElement>(FOCUSABLE) ?? [])].filter(
    (one) => one.offsetParent !== null,
  );
  const edge = event.shiftKey ? all[0] : all.at(-1);
  const isOnHeading = event.shiftKey && document.activeElement?.matches("h2");
  if (document.activeElement !== edge && !isOnHeading) return;
  event.preventDefault();
  (event.shiftKey ? all.at(-1) : all[0])?.focus();
}
