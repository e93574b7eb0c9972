"use client";

import { OpenInNewIcon } from "@bigcommerce/big-design-icons";
import NextLink from "next/link";
import type { ReactNode } from "react";
import styled, { css } from "styled-components";
import * as englishCommon from "#lib/messages/en/common.ts";
import { useWords } from "#components/i18n/use-messages.ts";

const text = css`
  color: ${({ theme }) => theme.colors.primary};
  text-decoration: none;
  &:hover {
    color: ${({ theme }) => theme.colors.primary60};
    text-decoration: underline;
  }
`;

/** A link to a page of ours, in running text. */
export const TextLink = styled(NextLink)`
  ${text}
  padding-block: 4px;
`;

const Outside = styled.a<{ $isInText: boolean }>`
  ${text}
  /* Among words, color alone does not tell it. */
  text-decoration: ${({ $isInText }) => ($isInText ? "underline" : "none")};
  padding-block: 4px;
  svg {
    vertical-align: text-bottom;
  }
`;

/** A link that leaves the app: opens a new tab and says so with its icon. */
export function ExternalLink({
  href,
  isInText = false,
  children,
}: {
  href: string;
  /** Whether it stands in a sentence or behind one. */
  isInText?: boolean;
  children: ReactNode;
}) {
  const { COMMON } = useWords(englishCommon);
  return (
    <Outside $isInText={isInText} href={href} rel="noopener" target="_blank">
      {children} <OpenInNewIcon size="small" title={COMMON.newTab} />
    </Outside>
  );
}

const buttonLike = css<{ $isPrimary?: boolean }>`
  align-items: center;
  background-color: ${({ theme, $isPrimary }) => ($isPrimary ? theme.colors.primary : "transparent")};
  border: 1px solid ${({ theme }) => theme.colors.primary};
  border-radius: ${({ theme }) => theme.borderRadius.normal};
  box-sizing: border-box;
  color: ${({ theme, $isPrimary }) => ($isPrimary ? theme.colors.white : theme.colors.primary)};
  display: inline-flex;
  font-weight: ${({ theme, $isPrimary }) => ($isPrimary ? theme.typography.fontWeight.semiBold : "inherit")};
  min-height: 36px;
  padding: 0 16px;
  text-decoration: none;
  white-space: nowrap;
  &:hover {
    background-color: ${({ theme, $isPrimary }) => ($isPrimary ? theme.colors.primary50 : theme.colors.primary10)};
    color: ${({ theme, $isPrimary }) => ($isPrimary ? theme.colors.white : theme.colors.primary60)};
  }
`;

/** A page of ours behind something that looks like a button. */
export const ButtonLink = styled(NextLink)<{ $isPrimary?: boolean }>`
  ${buttonLike}
`;

/** An address outside of ours that replaces the whole window, such as the control panel's page of this app. */
export const TopWindowLink = styled.a.attrs({ target: "_top" })<{ $isPrimary?: boolean }>`
  ${buttonLike}
`;
