"use client";

import styled from "styled-components";
import { ExternalLink } from "#components/ui/links.tsx";
import { HELP_URL, SUPPORT_URL } from "#lib/messages/addresses.ts";
import * as englishCommon from "#lib/messages/en/common.ts";
import { useWords } from "#components/i18n/use-messages.ts";

const Foot = styled.footer`
  color: ${({ theme }) => theme.colors.secondary60};
  display: flex;
  flex-wrap: wrap;
  gap: 4px 16px;
  padding: 16px 0;
`;

/** Help and support, on every page: a rule of the marketplace. */
export function Footer() {
  const { COMMON } = useWords(englishCommon);
  return (
    <Foot>
      <ExternalLink href={HELP_URL}>{COMMON.help}</ExternalLink>
      <ExternalLink href={SUPPORT_URL}>{COMMON.support}</ExternalLink>
    </Foot>
  );
}
