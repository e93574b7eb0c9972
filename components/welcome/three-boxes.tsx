"use client";

import styled from "styled-components";
import * as englishWelcome from "#lib/messages/en/welcome.ts";
import { useWords } from "#components/i18n/use-messages.ts";

const ARROW = 24;

const Boxes = styled.ol`
  display: grid;
  gap: ${ARROW + 8}px;
  list-style: none;
  margin: 16px 0;
  padding: 0;
  @media (min-width: 720px) {
    grid-template-columns: repeat(3, minmax(0, 1fr));
  }
`;

const Box = styled.li`
  background: ${({ theme }) => theme.colors.secondary10};
  border: 1px solid ${({ theme }) => theme.colors.secondary30};
  border-radius: ${({ theme }) => theme.borderRadius.normal};
  padding: 12px 16px;
  position: relative;
  text-align: center;
  &:nth-child(2) {
    background: ${({ theme }) => theme.colors.primary10};
    border-color: ${({ theme }) => theme.colors.primary30};
  }
  &:not(:last-child)::after {
    color: ${({ theme }) => theme.colors.secondary60};
    /* An arrow is drawn, and not read out. */
    content: "↓" / "";
    font-size: 20px;
    left: 0;
    line-height: ${ARROW + 8}px;
    position: absolute;
    right: 0;
    top: 100%;
  }
  @media (min-width: 720px) {
    &:not(:last-child)::after {
      bottom: 0;
      content: "→" / "";
      display: grid;
      left: 100%;
      place-items: center;
      right: auto;
      top: 0;
      width: ${ARROW + 8}px;
    }
  }
  b {
    display: block;
    font-weight: 600;
  }
`;

/** What a webhook is for, as a picture: from the store by way of Keeper to whoever needs to know. */
export function ThreeBoxes() {
  const { WELCOME } = useWords(englishWelcome);
  return (
    <Boxes>
      {WELCOME.boxes.map(({ name, does }) => (
        <Box key={name}>
          <b>{name}</b> {does}
        </Box>
      ))}
    </Boxes>
  );
}
