"use client";

import { Text } from "@bigcommerce/big-design";
import { CheckCircleIcon, ErrorIcon } from "@bigcommerce/big-design-icons";
import { useState } from "react";
import styled from "styled-components";
import { useStore } from "#components/shell/store-context.tsx";
import { AsyncButton } from "#components/ui/form/async-button.tsx";
import { Buttons } from "#components/ui/form/fields.tsx";
import { useLocale } from "#components/ui/locale.tsx";
import * as englishCommon from "#lib/messages/en/common.ts";
import * as englishDeliveries from "#lib/messages/en/deliveries.ts";
import * as englishDestinations from "#lib/messages/en/destinations.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import { useDestinationWays } from "#lib/client/api/use-destinations.ts";
import { ApiProblem } from "#lib/client/fetcher/request.ts";
import type { DestinationView } from "#lib/contract/destinations.ts";
import { testWords } from "./test-words.ts";

const Result = styled.span`
  align-items: center;
  display: inline-flex;
  gap: 4px;
  svg {
    flex: none;
  }
`;

interface Told {
  isGood: boolean;
  text: string;
}

/** Sends a test event and says beside the button what came of it. */
export function TestLine({ destination }: { destination: DestinationView }) {
  const words = useWords(englishDestinations);
  const deliveries = useWords(englishDeliveries);
  const { COMMON } = useWords(englishCommon);
  const { store, hasEnded } = useStore();
  const { test } = useDestinationWays(store);
  const locale = useLocale();
  const [told, setTold] = useState<Told | null>(null);
  const run = async () => {
    setTold(null);
    try {
      const attempt = await test(destination.id);
      const text = testWords(attempt, destination, words, deliveries, locale);
      setTold({ isGood: attempt.outcome === "delivered", text });
    } catch (problem) {
      const reason = problem instanceof ApiProblem ? problem.message : COMMON.trouble;
      setTold({ isGood: false, text: `${words.DESTINATIONS.testFailed}. ${reason}` });
    }
  };
  return (
    <Buttons>
      <AsyncButton
        disabled={hasEnded}
        label={words.DESTINATIONS.test}
        onClick={run}
        workingLabel={words.DESTINATIONS.testing}
      />
      <Text as="span" marginBottom="none" role="status">
        {told && (
          <Result>
            {told.isGood ? <CheckCircleIcon color="success" /> : <ErrorIcon color="danger" />}
            {told.text}
          </Result>
        )}
      </Text>
    </Buttons>
  );
}
