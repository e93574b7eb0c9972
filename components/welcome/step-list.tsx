"use client";

import { CheckIcon } from "@bigcommerce/big-design-icons";
import styled from "styled-components";
import * as englishWelcome from "#lib/messages/en/welcome.ts";
import { useWords } from "#components/i18n/use-messages.ts";

const List = styled.ol`
  display: none;
  gap: 8px 24px;
  list-style: none;
  margin: 0 0 16px;
  padding: 0;
  @media (min-width: 720px) {
    display: flex;
  }
`;

const Step = styled.li`
  align-items: center;
  color: ${({ theme }) => theme.colors.secondary60};
  display: flex;
  gap: 8px;
  &[aria-current] {
    color: ${({ theme }) => theme.colors.secondary70};
    font-weight: 600;
  }
  > span:first-child {
    align-items: center;
    background: ${({ theme }) => theme.colors.secondary20};
    border-radius: 50%;
    display: inline-flex;
    height: 28px;
    justify-content: center;
    width: 28px;
  }
  &[aria-current] > span:first-child {
    background: ${({ theme }) => theme.colors.primary};
    color: ${({ theme }) => theme.colors.white};
  }
`;

const Count = styled.p`
  color: ${({ theme }) => theme.colors.secondary60};
  margin: 0 0 8px;
`;

/** Where one is on the way, from 1. Narrow frames show the count alone. */
export function StepList({ current }: { current: number }) {
  const { WELCOME } = useWords(englishWelcome);
  return (
    <>
      <Count>{WELCOME.stepOf(current)}</Count>
      <List>
        {WELCOME.steps.map((name, index) => {
          const number = index + 1;
          const isDone = number < current;
          return (
            <Step key={name} aria-current={number === current ? "step" : undefined}>
              <span aria-hidden={!isDone}>
                {isDone ? <CheckIcon size="medium" title={WELCOME.done} /> : number}
              </span>
              <span>{name}</span>
            </Step>
          );
        })}
      </List>
    </>
  );
}
