"use client";

import { useEffect, useState } from "react";
import styled from "styled-components";
import * as englishDestinations from "#lib/messages/en/destinations.ts";
import { countdownText } from "#lib/messages/format/time.ts";
import { useWords } from "#components/i18n/use-messages.ts";

const Left = styled.span`
  color: ${({ theme }) => theme.colors.secondary60};
  font-variant-numeric: tabular-nums;
  white-space: nowrap;
`;

/** Counts down to a try. Nobody is told each second: the sentence beside it names the time. */
export function NextTry({ at }: { at: string }) {
  const { DESTINATIONS } = useWords(englishDestinations);
  const [nowMs, setNowMs] = useState(() => Date.now());
  const atMs = Date.parse(at);
  useEffect(() => {
    const timer = setInterval(() => setNowMs(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, []);
  return <Left aria-hidden>{nowMs < atMs ? `(${countdownText(atMs, nowMs)})` : DESTINATIONS.trying}</Left>;
}
