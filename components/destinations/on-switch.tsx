"use client";

import { Switch } from "@bigcommerce/big-design";
import type { DestinationView } from "#lib/contract/destinations.ts";
import { useResuming } from "./use-resuming.tsx";
import { useTurning } from "./use-turning.ts";

/** Turns a destination on and off. Moves at once, and goes back when it is refused. */
export function OnSwitch({ destination, isFixed }: { destination: DestinationView; isFixed: boolean }) {
  const turning = useTurning(destination);
  const { resume, question } = useResuming(destination, turning);
  const { turn, pending } = turning;
  const isChecked = pending ?? destination.isOn;
  const change = () => {
    if (pending === null) void (isChecked ? turn(false) : resume());
  };
  return (
    <>
      <Switch
        aria-checked={isChecked}
        aria-label={destination.name}
        checked={isChecked}
        disabled={isFixed}
        onChange={change}
        role="switch"
      />
      {question}
    </>
  );
}
