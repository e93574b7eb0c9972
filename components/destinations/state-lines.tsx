"use client";

import styled from "styled-components";
import { useLocale } from "#components/ui/locale.tsx";
import * as englishDestinations from "#lib/messages/en/destinations.ts";
import { longMoment } from "#lib/messages/format/time.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import type { DestinationView } from "#lib/contract/destinations.ts";
import { NextTry } from "./next-try.tsx";
import { useSaid } from "./use-said.ts";

const Line = styled.p`
  margin: 0 0 4px;
  overflow-wrap: anywhere;
`;

/** How a destination is, in sentences; what waits counts down to its next try. */
export function StateLines({ destination }: { destination: DestinationView }) {
  const { DESTINATIONS, gaveUpText, stateWords } = useWords(englishDestinations);
  const said = useSaid();
  const locale = useLocale();
  const { sentence, rest } = stateWords(destination, said);
  const renewal = destination.secrets.find(({ until }) => until !== null)?.until;
  const isTrying = destination.state === "ill";
  return (
    <>
      <Line>
        {[sentence, rest].filter(Boolean).join(" ")}{" "}
        {isTrying && destination.nextAt && <NextTry at={destination.nextAt} />}
      </Line>
      {destination.failed > 0 && <Line>{gaveUpText(destination.name, destination.failed)}</Line>}
      {renewal && <Line>{DESTINATIONS.newKey(destination.name, longMoment(renewal, locale))}</Line>}
    </>
  );
}
