import type { Metadata } from "next";
import { pageWords } from "#app/page-words.ts";
import { WebhooksScreen } from "#components/webhooks/webhooks-screen.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await pageWords()).common.SECTION_NAMES.webhooks };
}

/** The list of event types; a scope in the address opens its details beside it. */
export default function WebhooksPage() {
  return <WebhooksScreen />;
}
