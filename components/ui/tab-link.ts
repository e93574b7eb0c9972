"use client";

import NextLink from "next/link";
import styled from "styled-components";

/** A link in a row of tabs, each of which has an address of its own; underlined where the page is. */
export const TabLink = styled(NextLink)`
  border-bottom: 4px solid transparent;
  color: ${({ theme }) => theme.colors.primary};
  display: block;
  padding: 12px 12px 8px;
  text-decoration: none;
  white-space: nowrap;
  &:hover {
    border-color: ${({ theme }) => theme.colors.secondary30};
    color: ${({ theme }) => theme.colors.primary60};
  }
  &:focus-visible {
    outline-offset: -2px;
  }
  &[aria-current] {
    border-color: ${({ theme }) => theme.colors.primary};
    color: ${({ theme }) => theme.colors.secondary70};
    font-weight: 600;
  }
  /* There even a transparent border is drawn. */
  @media (forced-colors: active) {
    border-color: Canvas;
    &[aria-current] {
      border-color: Highlight;
    }
  }
`;
