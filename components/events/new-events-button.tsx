"use client";

import { Button } from "#components/ui/form/button.tsx";
import { useRarely } from "#components/ui/use-rarely.ts";
import { VisuallyHidden } from "#components/ui/visually-hidden.tsx";
import * as englishEvents from "#lib/messages/en/events.ts";
import { useWords } from "#components/i18n/use-messages.ts";

/** Between two announcements, in milliseconds. */
const ANNOUNCE_EVERY_MS = 10_000;
/** As tall as the button, whether it is there or not: what stands below must not move when it appears. */
const HEIGHT = "36px";

interface NewEventsButtonProps {
  count: number;
  /** There may be more than were counted. */
  isFull: boolean;
  onShow: () => void;
}

/** New events wait behind this button, so that nothing moves under the cursor. */
export function NewEventsButton({ count, isFull, onShow }: NewEventsButtonProps) {
  const { EVENTS } = useWords(englishEvents);
  const label = count === 0 ? "" : EVENTS.showNew(count, isFull);
  const announced = useRarely(label, ANNOUNCE_EVERY_MS);
  return (
    <div style={{ minHeight: HEIGHT, position: "relative" }}>
      <VisuallyHidden role="status">{announced}</VisuallyHidden>
      {count > 0 && (
        <Button onClick={onShow} variant="secondary">
          {label}
        </Button>
      )}
    </div>
  );
}
