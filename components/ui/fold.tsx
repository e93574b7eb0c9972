"use client";

import { useState, type ReactNode } from "react";
import styled from "styled-components";

const Details = styled.details`
  border-top: 1px solid ${({ theme }) => theme.colors.secondary30};
  margin-top: 16px;
  padding-top: 12px;
  summary {
    cursor: pointer;
    font-weight: 600;
    line-height: 24px;
    padding: 4px 0;
  }
`;

/** What few want to see, behind its title. It is not there before it is opened, so that it reads nothing in vain. */
export function Fold({ title, children }: { title: string; children: ReactNode }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Details
      onToggle={(event) => event.currentTarget === event.target && setIsOpen(event.currentTarget.open)}
    >
      <summary>{title}</summary>
      {isOpen && children}
    </Details>
  );
}
