"use client";

import { createContext, useContext } from "react";
import type { WebhookRow } from "./rows.ts";

/** What the cells of a table need, which their columns, fixed as they are, cannot be given. */
export interface WebhooksState {
  /** Nothing can be changed now: BigCommerce does not answer, much is changed already, or the session ended. */
  isLocked: boolean;
  /** Why not, and until when. */
  lockedHint: string;
  /** When the states were last true, where they may no longer be; null when they are fresh. */
  staleSince: string | null;
  hrefOf: (scope: string) => string;
  openDetail: (scope: string) => void;
  toggle: (row: WebhookRow, wanted: boolean) => void;
  /** Does what the row's remedy says. */
  remedy: (row: WebhookRow) => void;
  /** Sends a test event of the row's type and shows how it goes. */
  testEvent: (row: WebhookRow) => void;
}

const WebhooksContext = createContext<WebhooksState | null>(null);

export const WebhooksProvider = WebhooksContext;

/** @throws {Error} outside of the Webhooks screen. */
export function useWebhooks(): WebhooksState {
  const state = useContext(WebhooksContext);
  if (!state) throw new Error("used outside of the Webhooks screen");
  return state;
}
