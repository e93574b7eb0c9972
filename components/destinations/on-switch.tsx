"use client";

import { Switch } from "@bigcommerce/big-design";
import { useState } from "react";
import type { DestinationView } from "#lib/contract/destinations.ts";
import { ResumeQuestion } from "./resume-question.tsx";
import { useTurning } from "./use-turning.ts";

/** Turns a destination on and off. Moves at once, and goes back when it is refused. */
export function OnSwitch({ destination, isFixed }: { destination: DestinationView; isFixed: boolean }) {
  const { turn, pending } = useTurning(destination);
  const [isAsking, setIsAsking] = useState(false);
  const isChecked = pending ?? destination.isOn;
  const change = () => {
    if (pending !== null) return;
    // Only where something waited is there something to ask.
    if (!isChecked && destination.waiting > 0) setIsAsking(true);
    else void turn(!isChecked);
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
      {isAsking && (
        <ResumeQuestion
          destination={destination}
          onCancel={() => setIsAsking(false)}
          onChoose={(resumeFrom) => {
            setIsAsking(false);
            void turn(true, resumeFrom);
          }}
        />
      )}
    </>
  );
}
