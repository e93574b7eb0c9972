"use client";

import type { ReactNode } from "react";
import styled from "styled-components";
import { MAIN_ID } from "#components/ui/focus-main.ts";

const Main = styled.main`
  box-sizing: border-box;
  margin: 0 auto;
  padding: 16px;
  @media (min-width: 720px) {
    padding: 8px 32px 32px;
  }
  @media (min-width: 1025px) {
    max-width: 1184px;
  }
  @media (min-width: 1500px) {
    max-width: 1464px;
  }
`;

/** The page's content, as wide as the frame allows. */
export function Content({ children }: { children: ReactNode }) {
  return (
    <Main id={MAIN_ID} tabIndex={-1}>
      {children}
    </Main>
  );
}
