"use client";

import { ExpandLessIcon, ExpandMoreIcon } from "@bigcommerce/big-design-icons";
import { useEffect, useId, useRef, useState, type ReactNode, type RefObject } from "react";
import styled from "styled-components";
import { Button } from "#components/ui/form/button.tsx";

const Card = styled.section`
  background: ${({ theme }) => theme.colors.white};
  border: 1px solid ${({ theme }) => theme.colors.secondary30};
  border-radius: ${({ theme }) => theme.borderRadius.normal};
  box-shadow: 0 2px 12px rgb(49 52 64 / 20%);
  box-sizing: border-box;
  justify-self: end;
  margin-left: auto;
  max-width: 320px;
  padding: 8px 8px 8px 16px;
  pointer-events: auto;
  width: 100%;
`;

const Head = styled.div`
  align-items: center;
  display: flex;
  gap: 8px;
  justify-content: space-between;
  h2 {
    font-size: 16px;
    font-weight: 600;
    line-height: 24px;
    margin: 0;
    min-width: 0;
  }
`;

const Body = styled.div`
  display: grid;
  gap: 8px;
  grid-template-columns: minmax(0, 1fr);
  padding: 0 8px 8px 0;
`;

/** A line of a card, of one height whatever it says. */
export const WorkLine = styled.p`
  color: ${({ theme }) => theme.colors.secondary70};
  margin: 0;
  overflow: hidden;
  text-overflow: ellipsis;
  white-space: nowrap;
`;

interface WorkCardProps {
  /** Names the card for assistive technology. */
  name: string;
  /** How far it is, in a few words. */
  title: string;
  /** Stands for the title while only that is seen. */
  foldedTitle?: string;
  headingId: string;
  /** What the button says that folds the card, and that unfolds it. */
  hideLabel: string;
  showLabel: string;
  /** Changes when a button of the card may go away: focus then stays in the card, on its heading. */
  phase: string;
  children: ReactNode;
}

/** How far a long piece of work is: a small card at the right of the lower edge, which can be folded to its heading. */
export function WorkCard(props: WorkCardProps) {
  const { name, title, foldedTitle, headingId, hideLabel, showLabel, phase, children } = props;
  const [isOpen, setIsOpen] = useState(true);
  const card = useRef<HTMLElement>(null);
  const bodyId = useId();
  useKeptFocus(card, headingId, phase);
  const Icon = isOpen ? ExpandMoreIcon : ExpandLessIcon;
  return (
    <Card ref={card} aria-label={name}>
      <Head>
        <h2 id={headingId} tabIndex={-1}>
          {isOpen ? title : (foldedTitle ?? title)}
        </h2>
        <Button
          aria-controls={bodyId}
          aria-expanded={isOpen}
          iconOnly={<Icon title={isOpen ? hideLabel : showLabel} />}
          onClick={() => setIsOpen(!isOpen)}
          variant="subtle"
        />
      </Head>
      <div id={bodyId}>{isOpen && <Body>{children}</Body>}</div>
    </Card>
  );
}

/** Keeps focus in the card when the button that holds it goes away with a change of `phase`: it moves to the heading. */
function useKeptFocus(card: RefObject<HTMLElement | null>, headingId: string, phase: string) {
  const wasInside = useRef(false);
  useEffect(() => {
    const note = ({ target }: FocusEvent) => {
      wasInside.current = target instanceof Node && card.current?.contains(target) === true;
    };
    document.addEventListener("focusin", note);
    return () => document.removeEventListener("focusin", note);
  }, [card]);
  useEffect(() => {
    if (wasInside.current && document.activeElement === document.body)
      document.getElementById(headingId)?.focus({ preventScroll: true });
  }, [headingId, phase]);
}
