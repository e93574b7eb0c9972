"use client";

import { useEffect, useState } from "react";
import styled from "styled-components";
import { useSWRConfig } from "swr";
import * as englishWebhookDetails from "#lib/messages/en/webhook-details.ts";
import { countdownText } from "#lib/messages/format/time.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import { isStandingKey } from "#lib/client/fetcher/keys.ts";
import { useStore } from "./store-context.tsx";

/** Clocks differ by a little: when the state has not ended with the countdown, it is asked for again after this. */
const AGAIN_SECONDS = 3;

const Left = styled.span`
  display: block;
  font-size: 14px;
  font-variant-numeric: tabular-nums;
  line-height: 20px;
`;

/**
 * Counts down to the end of a state, and has the states read again then. Nobody is told each second: the sentence beside it
 * names the time.
 * @param until ISO 8601.
 */
export function Countdown({ until }: { until: string }) {
  const { DETAILS } = useWords(englishWebhookDetails);
  const { store } = useStore();
  const { mutate } = useSWRConfig();
  const [nowMs, setNowMs] = useState(() => Date.now());
  const untilMs = Date.parse(until);
  useEffect(() => {
    let ticks = 0;
    const timer = setInterval(() => {
      const now = Date.now();
      setNowMs(now);
      if (now < untilMs) return;
      if (ticks % AGAIN_SECONDS === 0) void mutate(isStandingKey(store));
      ticks += 1;
    }, 1_000);
    return () => clearInterval(timer);
  }, [mutate, store, untilMs]);
  return <Left aria-hidden>{DETAILS.left(countdownText(untilMs, nowMs))}</Left>;
}
