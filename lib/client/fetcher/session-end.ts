import type { SessionEnd } from "#lib/contract/session-end.ts";
import { apiPath } from "#lib/client/paths.ts";
import { openStream } from "./request.ts";

const watchers = new Set<() => void>();

/** Hears that the person ended this page's session. Call the result to stop. */
export function watchSessionEnd(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

/**
 * Ends the person's sessions in this store, or everybody's, and this page's with them.
 * @throws {ApiProblem} when the server refuses or is out of reach; the session then goes on.
 */
export async function signOut(store: string, who: SessionEnd["who"]): Promise<void> {
  await askForEnd(store, who);
  for (const watcher of watchers) watcher();
}

/** Ends this page's session because the person left the control panel: at once, and whatever the server says. */
export async function leave(store: string): Promise<void> {
  for (const watcher of watchers) watcher();
  // Out of reach or over already: in either case there is nothing left to do, and nobody left to tell.
  await askForEnd(store, "me").catch(() => undefined);
}

async function askForEnd(store: string, who: SessionEnd["who"]): Promise<void> {
  await openStream(apiPath(store, "session/end"), {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ who }),
    // The panel may go to its login page at once, and this frame with it.
    keepalive: true,
  });
}
