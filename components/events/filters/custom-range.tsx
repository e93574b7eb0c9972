"use client";

import { useState } from "react";
import styled from "styled-components";
import { Button } from "#components/ui/form/button.tsx";
import { DateTimeField } from "#components/ui/form/date-time-field.tsx";
import * as englishEvents from "#lib/messages/en/events.ts";
import { useWords } from "#components/i18n/use-messages.ts";

const Fields = styled.form`
  align-items: start;
  display: flex;
  flex-wrap: wrap;
  gap: 12px;
  margin-top: 12px;
  > button {
    margin-top: 24px;
  }
`;

interface CustomRangeProps {
  from: string | null;
  to: string | null;
  onApply: (from: string | null, to: string | null) => void;
}

/** Two times between which the log is read; either may stay open. */
export function CustomRange({ from, to, onApply }: CustomRangeProps) {
  const { EVENTS } = useWords(englishEvents);
  const [start, setStart] = useState(from);
  const [end, setEnd] = useState(to);
  const [isWrong, setIsWrong] = useState(false);
  const [applied, setApplied] = useState({ from, to });
  // Going back changes the range without typing.
  if (applied.from !== from || applied.to !== to) {
    setApplied({ from, to });
    setStart(from);
    setEnd(to);
  }
  return (
    <Fields
      onSubmit={(event) => {
        event.preventDefault();
        const isBackwards = start !== null && end !== null && end <= start;
        setIsWrong(isBackwards);
        if (!isBackwards) onApply(start, end);
      }}
    >
      <DateTimeField label={EVENTS.from} onChange={setStart} value={start} />
      <DateTimeField
        error={isWrong ? EVENTS.wrongOrder : undefined}
        label={EVENTS.to}
        onChange={setEnd}
        value={end}
      />
      <Button type="submit" variant="secondary">
        {EVENTS.apply}
      </Button>
    </Fields>
  );
}
