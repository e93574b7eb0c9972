"use client";

import styled, { css } from "styled-components";

/** A scope, a hash or an id. */
export const Code = styled.code`
  color: ${({ theme }) => theme.colors.secondary60};
  font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace;
  font-size: 12px;
  overflow-wrap: anywhere;
`;

const inText = css`
  color: ${({ theme }) => theme.colors.primary};
  overflow-wrap: anywhere;
  padding: 2px 0;
  &:hover {
    color: ${({ theme }) => theme.colors.primary60};
    text-decoration: underline;
  }
`;

/** A button in running text. */
export const TextButton = styled.button`
  background: none;
  border: 0;
  cursor: pointer;
  font: inherit;
  min-height: 24px;
  text-align: left;
  ${inText}
`;

/** A link to what our own code opens; other clicks than the plain one are the browser's. */
export const RowLink = styled.a`
  display: inline-block;
  text-decoration: none;
  ${inText}
`;

/** Shows and hides what is folded. */
export const FoldButton = styled.button`
  align-items: center;
  background: ${({ theme }) => theme.colors.secondary20};
  border: 1px solid transparent;
  border-radius: 12px;
  color: ${({ theme }) => theme.colors.secondary70};
  cursor: pointer;
  display: inline-flex;
  font: inherit;
  font-size: 13px;
  min-height: 24px;
  padding: 0 4px 0 10px;
  position: relative;
  white-space: nowrap;
  &:hover {
    background: ${({ theme }) => theme.colors.secondary30};
  }
`;

/** How often something arrived. */
export const Times = styled.span`
  color: ${({ theme }) => theme.colors.secondary60};
  font-variant-numeric: tabular-nums;
  position: relative;
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

/** The white card around search and list: without a title, so that the first event is close to the top. */
export const Card = styled.div`
  background: ${({ theme }) => theme.colors.white};
  border-radius: ${({ theme }) => theme.borderRadius.normal};
  box-shadow: 0 1px 6px rgb(49 52 64 / 20%);
  box-sizing: border-box;
  margin-bottom: 16px;
  min-width: 0;
  padding: 12px 16px 16px;
  position: relative;
`;

/** The list with its title. */
export const ListFrame = styled.div`
  position: relative;
`;

/** How many events are shown, at the right of the first day: a line of its own would push the list down. */
export const ListTitle = styled.h2`
  color: ${({ theme }) => theme.colors.secondary60};
  font-size: 14px;
  font-weight: 400;
  line-height: 20px;
  margin: 0;
  pointer-events: none;
  position: absolute;
  right: 8px;
  top: 32px;
  z-index: 2;
`;
