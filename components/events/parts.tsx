"use client";

import styled from "styled-components";

/** A scope, a hash or an id. */
export const Code = styled.code`
  color: ${({ theme }) => theme.colors.secondary60};
  font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace;
  font-size: 12px;
  overflow-wrap: anywhere;
`;

/** A button in running text. */
export const TextButton = styled.button`
  background: none;
  border: 0;
  color: ${({ theme }) => theme.colors.primary};
  cursor: pointer;
  font: inherit;
  min-height: 24px;
  overflow-wrap: anywhere;
  padding: 2px 0;
  text-align: left;
  &:hover {
    color: ${({ theme }) => theme.colors.primary60};
    text-decoration: underline;
  }
`;

/** What stands beside the main thing: smaller and lighter. */
export const Aside = styled.span`
  color: ${({ theme }) => theme.colors.secondary60};
  display: block;
  font-size: 12px;
  line-height: 18px;
`;

/** Things in a row that wraps. */
export const Line = styled.div`
  align-items: center;
  display: flex;
  flex-wrap: wrap;
  gap: 4px 8px;
`;
