/** Names, in every answer of a store's API, the person whose session was used. */
const PERSON_HEADER = "Session-User";

const watchers = new Set<() => void>();
let person: string | null = null;

/**
 * Hears when somebody else's session answers than the page was opened with: another person opened the app in the same
 * browser, and the cookie is theirs now. Call the result to stop.
 */
export function watchPerson(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

/** Looks whose session an answer comes from. */
export function noticePerson(response: Response): void {
  const named = response.headers.get(PERSON_HEADER);
  if (named === null) return;
  const hasChanged = person !== null && person !== named;
  person = named;
  if (hasChanged) for (const watcher of watchers) watcher();
}
