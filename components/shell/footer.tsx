"use client";

import styled from "styled-components";
import { ExternalLink } from "#components/ui/external-link.tsx";
import * as englishCommon from "#lib/messages/en/common.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import { useHelpAddresses } from "./help-addresses.tsx";

const Foot = styled.footer<{ $isCentered: boolean }>`
  color: ${({ theme }) => theme.colors.secondary60};
  display: flex;
  flex-wrap: wrap;
  gap: 4px 16px;
  justify-content: ${({ $isCentered }) => ($isCentered ? "center" : "flex-start")};
  padding: 16px 0;
`;

/** Help, support and what the operator promises, on every page: a rule of the marketplace. */
export function Footer({ isCentered = false }: { isCentered?: boolean }) {
  const { COMMON } = useWords(englishCommon);
  const { helpUrl, supportUrl, privacyUrl, termsUrl } = useHelpAddresses();
  return (
    <Foot $isCentered={isCentered}>
      <ExternalLink href={helpUrl}>{COMMON.help}</ExternalLink>
      <ExternalLink href={supportUrl}>{COMMON.support}</ExternalLink>
      <ExternalLink href={privacyUrl}>{COMMON.privacy}</ExternalLink>
      <ExternalLink href={termsUrl}>{COMMON.terms}</ExternalLink>
    </Foot>
  );
}
