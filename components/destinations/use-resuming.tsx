"use client";

import { useState, type ReactNode } from "react";
import { useStore } from "#components/shell/store-context.tsx";
import { useDestinationWays } from "#lib/client/api/use-destinations.ts";
import type { DestinationView } from "#lib/contract/destinations.ts";
import { ResumeQuestion } from "./resume-question.tsx";
import type { useTurning } from "./use-turning.ts";

/**
 * Turns a destination on again. Where something waited it asks first what to do with that; what waits is read anew, because
 * an open screen may not know of it yet. `question` belongs on the screen.
 */
export function useResuming(
  destination: DestinationView,
  { turn, pending }: ReturnType<typeof useTurning>,
): { resume: () => Promise<void>; question: ReactNode } {
  const { store } = useStore();
  const { read } = useDestinationWays(store);
  const [asked, setAsked] = useState<DestinationView | null>(null);
  const resume = async () => {
    if (pending !== null || asked) return;
    const now = await read(destination.id).catch(() => destination);
    if (now.waiting > 0) setAsked(now);
    else await turn(true);
  };
  const question = asked && (
    <ResumeQuestion
      destination={asked}
      onCancel={() => setAsked(null)}
      onChoose={(resumeFrom) => {
        setAsked(null);
        void turn(true, resumeFrom);
      }}
    />
  );
  return { resume, question };
}
