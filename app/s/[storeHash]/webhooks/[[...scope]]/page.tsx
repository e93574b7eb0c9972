import type { Metadata } from "next";
import { WebhooksScreen } from "#components/webhooks/webhooks-screen.tsx";
import { SECTION_NAMES } from "#components/words/common.ts";

export const metadata: Metadata = { title: SECTION_NAMES.webhooks };

/** The list of event types; a scope in the address opens its details beside it. */
export default function WebhooksPage() {
  return <WebhooksScreen />;
}
