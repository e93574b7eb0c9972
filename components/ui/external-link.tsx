"use client";

import { OpenInNewIcon } from "@bigcommerce/big-design-icons";
import type { ReactNode } from "react";
import styled, { css } from "styled-components";
import * as englishCommon from "#lib/messages/en/common.ts";
import { useWords } from "#components/i18n/use-messages.ts";

/** How a link looks in running text. */
export const linkLook = css`
  color: ${({ theme }) => theme.colors.primary};
  text-decoration: none;
  &:hover {
    color: ${({ theme }) => theme.colors.primary60};
    text-decoration: underline;
  }
`;

const Outside = styled.a<{ $isInText: boolean }>`
  ${linkLook}
  /* Among words, color alone does not tell it. */
  text-decoration: ${({ $isInText }) => ($isInText ? "underline" : "none")};
  padding-block: 4px;
  svg {
    vertical-align: middle;
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
