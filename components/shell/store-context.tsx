"use client";

import { createContext, useContext } from "react";
import type { SessionView } from "#lib/contract/session.ts";
import type { SetupStep } from "#lib/contract/values/setup.ts";

export interface StoreState {
  /** The store's hash, as in the address. */
  store: string;
  /** Who is here; undefined until it is known. */
  session: SessionView | undefined;
  /** The session ended while working: what is shown stays, nothing is asked any more, what saves is disabled. */
  hasEnded: boolean;
  /** Whether this person sees what only a developer needs; as the server knew it until the session is known. */
  showsTechnicalDetails: boolean;
  /** How far this person came in setting the app up; as the server knew it until the session is known. */
  setup: SetupStep;
}

export const StoreContext = createContext<StoreState>({
  store: "",
  session: undefined,
  hasEnded: false,
  showsTechnicalDetails: false,
  setup: "done",
});

/** The store of this page and who works in it. */
export function useStore(): StoreState {
  return useContext(StoreContext);
}

/** Whether to show what only a developer needs: scopes, headers, hashes, IDs of webhooks and the like. */
export function useTechnicalDetails(): boolean {
  return useContext(StoreContext).showsTechnicalDetails;
}

/** Whether this person may change webhooks here; until it is known, yes: the server decides. */
export function useMayChangeWebhooks(): boolean {
  return useContext(StoreContext).session?.user.mayChangeWebhooks !== false;
}
