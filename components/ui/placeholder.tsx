"use client";

import styled from "styled-components";

/** A neutral block in place of something that loads, as large as what comes. Says nothing: its region is `aria-busy`. */
export const Placeholder = styled.span.attrs({ "aria-hidden": true })<{ $width?: string; $height?: string }>`
  background: ${({ theme }) => theme.colors.secondary20};
  border-radius: ${({ theme }) => theme.borderRadius.normal};
  display: inline-block;
  height: ${({ $height }) => $height ?? "1em"};
  max-width: 100%;
  vertical-align: middle;
  width: ${({ $width }) => $width ?? "100%"};
`;
