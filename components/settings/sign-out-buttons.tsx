"use client";

import { Flex } from "@bigcommerce/big-design";
import { useState } from "react";
import { useStore } from "#components/shell/store-context.tsx";
import { Button } from "#components/ui/form/button.tsx";
import { ConfirmDialog } from "#components/ui/overlay/confirm-dialog.tsx";
import { useToast } from "#components/ui/toasts.tsx";
import * as englishSettings from "#lib/messages/en/settings.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import { ApiProblem } from "#lib/client/fetcher/request.ts";
import { signOut } from "#lib/client/fetcher/session-end.ts";
import type { SessionEnd } from "#lib/contract/session-end.ts";

/** "Sign out" for this person everywhere; the owner can sign everybody out. Both ask first, and end this page's session too. */
export function SignOutButtons() {
  const { SETTINGS } = useWords(englishSettings);
  const { store, session, hasEnded } = useStore();
  const toast = useToast();
  const [asked, setAsked] = useState<SessionEnd["who"] | null>(null);
  const isEveryone = asked === "everyone";

  const confirm = async () => {
    if (asked === null) return;
    setAsked(null);
    try {
      await signOut(store, asked);
    } catch (error) {
      const reason = error instanceof ApiProblem ? error.message : "";
      toast({ type: "error", header: SETTINGS.signOutFailed, text: reason });
    }
  };

  return (
    <Flex flexGap="8px" flexWrap="wrap">
      <Button disabled={hasEnded} onClick={() => setAsked("me")} variant="secondary">
        {SETTINGS.signOut}
      </Button>
      {session?.user.isOwner && (
        <Button
          actionType="destructive"
          disabled={hasEnded}
          onClick={() => setAsked("everyone")}
          variant="secondary"
        >
          {SETTINGS.signOutEveryone}
        </Button>
      )}
      <ConfirmDialog
        confirmLabel={isEveryone ? SETTINGS.signOutEveryone : SETTINGS.signOut}
        isDestructive={isEveryone}
        isOpen={asked !== null}
        onCancel={() => setAsked(null)}
        onConfirm={() => void confirm()}
        text={isEveryone ? SETTINGS.signOutEveryoneText : SETTINGS.signOutText}
        title={isEveryone ? SETTINGS.signOutEveryoneQuestion : SETTINGS.signOutQuestion}
      />
    </Flex>
  );
}
