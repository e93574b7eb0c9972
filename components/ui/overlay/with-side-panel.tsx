"use client";

import styled from "styled-components";

/** The list and, from 1025 px, the panel beside it. The panel's column is only there while something is in it. */
export const WithSidePanel = styled.div<{ $isOpen: boolean }>`
  @media (min-width: 1025px) {
    align-items: start;
    display: grid;
    gap: 16px;
    grid-template-columns: minmax(0, 1fr) ${({ $isOpen }) => ($isOpen ? "400px" : "")};
  }
  @media (min-width: 1500px) {
    grid-template-columns: minmax(0, 1fr) ${({ $isOpen }) => ($isOpen ? "520px" : "")};
  }
`;
