"use client";

import type { ReactNode } from "react";
import styled from "styled-components";

/** A list of names and what holds for them, side by side. Holds `Fact`s. */
export const Facts = styled.dl`
  align-items: baseline;
  display: grid;
  gap: 6px 16px;
  grid-template-columns: minmax(84px, max-content) minmax(0, 1fr);
  margin: 0;
  dt {
    color: ${({ theme }) => theme.colors.secondary60};
    overflow-wrap: anywhere;
  }
  dd {
    margin: 0;
    overflow-wrap: anywhere;
  }
`;

/** One line of `Facts`. */
export function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}
