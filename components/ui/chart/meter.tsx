"use client";

import { useId } from "react";
import styled from "styled-components";

const Track = styled.div`
  background: ${({ theme }) => theme.colors.secondary30};
  border-radius: 4px;
  height: 8px;
  overflow: hidden;
  width: 100%;
`;

const Fill = styled.div`
  background: ${({ theme }) => theme.colors.primary};
  height: 100%;
`;

const Label = styled.p`
  color: ${({ theme }) => theme.colors.secondary70};
  margin: 0 0 4px;
`;

interface MeterProps {
  label: string;
  done: number;
  total: number;
  /** Whether the label is read out politely as it changes; false where something else says how far it is. */
  isSaid?: boolean;
}

/** How far a piece of work is, with its name in words above the bar. */
export function Meter({ label, done, total, isSaid = true }: MeterProps) {
  const id = useId();
  const percent = total === 0 ? 0 : Math.round((done / total) * 100);
  return (
    <div>
      <Label id={id} role={isSaid ? "status" : undefined}>
        {label}
      </Label>
      <Track
        aria-labelledby={id}
        aria-valuemax={total}
        aria-valuemin={0}
        aria-valuenow={done}
        role="progressbar"
      >
        <Fill style={{ width: `${percent}%` }} />
      </Track>
    </div>
  );
}
