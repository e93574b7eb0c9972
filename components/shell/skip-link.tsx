"use client";

import styled from "styled-components";
import { MAIN_ID } from "#components/ui/focus-main.ts";
import * as englishCommon from "#lib/messages/en/common.ts";
import { useWords } from "#components/i18n/use-messages.ts";

const Link = styled.a`
  background: ${({ theme }) => theme.colors.white};
  color: ${({ theme }) => theme.colors.primary};
  left: 16px;
  padding: 8px 16px;
  position: fixed;
  top: -64px;
  z-index: 1090;
  &:focus {
    top: 8px;
  }
`;

/** The first thing that takes focus: past the section links, to the content. */
export function SkipLink() {
  const { COMMON } = useWords(englishCommon);
  return <Link href={`#${MAIN_ID}`}>{COMMON.skip}</Link>;
}
