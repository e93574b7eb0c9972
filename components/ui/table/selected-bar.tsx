"use client";

import styled from "styled-components";

/** The bar with what can be done with everything selected. */
export const SelectedBar = styled.div`
  align-items: center;
  background: ${({ theme }) => theme.colors.white};
  border-radius: ${({ theme }) => theme.borderRadius.normal};
  box-shadow: 0 2px 12px rgb(49 52 64 / 20%);
  display: flex;
  flex-wrap: wrap;
  gap: 4px 8px;
  padding: 8px 16px;
  pointer-events: auto;
`;
