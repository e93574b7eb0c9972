"use client";

import dynamic from "next/dynamic";
import { useState } from "react";
import { useStore } from "#components/shell/store-context.tsx";
import { Button } from "#components/ui/form/button.tsx";
import * as englishCatalogue from "#lib/messages/en/catalogue.ts";
import * as englishCommon from "#lib/messages/en/common.ts";
import { useWords } from "#components/i18n/use-messages.ts";

const TestEventDialog = dynamic(() =>
  import("./test-event-dialog.tsx").then((module) => module.TestEventDialog),
);

/** What every store has, and everyone knows. */
const SCOPE = "store/order/created";

/** Where nothing has come yet: shows that an event would, without waiting for one. */
export function TestEventButton({ isPrimary = false }: { isPrimary?: boolean }) {
  const { titleOf } = useWords(englishCatalogue);
  const { COMMON } = useWords(englishCommon);
  const { hasEnded } = useStore();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button
        disabled={hasEnded}
        onClick={() => setIsOpen(true)}
        variant={isPrimary ? "primary" : "secondary"}
      >
        {COMMON.sendTest}
      </Button>
      {isOpen && (
        <TestEventDialog isOn onClose={() => setIsOpen(false)} scope={SCOPE} title={titleOf(SCOPE)} />
      )}
    </>
  );
}
