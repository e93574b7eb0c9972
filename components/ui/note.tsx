"use client";

import { InfoIcon } from "@bigcommerce/big-design-icons";
import type { ReactNode } from "react";
import styled from "styled-components";

const Line = styled.div`
  align-items: start;
  background: ${({ theme }) => theme.colors.primary10};
  border-radius: ${({ theme }) => theme.borderRadius.normal};
  display: flex;
  gap: 8px;
  padding: 12px 16px;
  svg {
    flex: none;
  }
`;

/** Something that holds for as long as one looks at it. BigDesign's message would be read out as an alert. */
export function Note({ children }: { children: ReactNode }) {
  return (
    <Line>
      <InfoIcon color="primary60" />
      <div>{children}</div>
    </Line>
  );
}
