"use client";

import { InlineMessage } from "@bigcommerce/big-design";
import { useEffect, useRef, useState } from "react";
import styled from "styled-components";
import { Button } from "#components/ui/form/button.tsx";
import * as englishCommon from "#lib/messages/en/common.ts";
import * as englishEvents from "#lib/messages/en/events.ts";
import { useWords } from "#components/i18n/use-messages.ts";

/** Rows up to which scrolling alone brings more; beyond, a person asks. What stands below the list has to stay within reach. */
const BY_ITSELF_MAX = 1_000;

const Foot = styled.div`
  padding: 16px 0 0;
  text-align: center;
  [role="alert"] {
    text-align: left;
  }
`;

interface MoreEventsProps {
  count: number;
  hasOlder: boolean;
  isBusy: boolean;
  /** Why the last attempt brought nothing; undefined when it did. */
  error: unknown;
  onMore: () => void;
}

/** The end of the list: more comes when it is scrolled into sight, or for the button. Or that this is all. */
export function MoreEvents({ count, hasOlder, isBusy, error, onMore }: MoreEventsProps) {
  const { COMMON } = useWords(englishCommon);
  const { EVENTS } = useWords(englishEvents);
  const foot = useRef<HTMLDivElement>(null);
  const [limit, setLimit] = useState(BY_ITSELF_MAX);
  const comesByItself = hasOlder && !isBusy && error === undefined && count < limit;
  useEffect(() => {
    if (!comesByItself || !foot.current) return;
    const observer = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) onMore();
    });
    observer.observe(foot.current);
    return () => observer.disconnect();
  }, [comesByItself, onMore]);

  if (!hasOlder) return <Foot>{EVENTS.allShown}</Foot>;
  return (
    <Foot ref={foot}>
      {error !== undefined && (
        <InlineMessage marginBottom="small" messages={[{ text: EVENTS.olderSlow }]} type="warning" />
      )}
      <Button
        aria-busy={isBusy}
        onClick={() => {
          setLimit(count + BY_ITSELF_MAX);
          onMore();
        }}
        variant="secondary"
      >
        {isBusy ? EVENTS.showingOlder : error === undefined ? EVENTS.showOlder : COMMON.tryAgain}
      </Button>
    </Foot>
  );
}
