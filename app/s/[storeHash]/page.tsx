import { redirect } from "next/navigation";
import { pagePath } from "#lib/client/paths.ts";

/** A store's own address leads to its overview. */
export default async function StorePage({ params }: { params: Promise<{ storeHash: string }> }) {
  redirect(pagePath((await params).storeHash, "overview"));
}
