import { notFound, redirect } from "next/navigation";
import { settingsPath } from "#lib/client/paths.ts";
import { StoreHash } from "#lib/ids.ts";

/** Settings has pages of its own; links from before they had lead to the first. */
export default async function SettingsPage({ params }: { params: Promise<{ storeHash: string }> }) {
  const store = StoreHash.safeParse((await params).storeHash);
  if (!store.success) notFound();
  redirect(settingsPath(store.data, "general"));
}
