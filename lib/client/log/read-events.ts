import type { EventDetail } from "#lib/contract/events.ts";
import { apiPath } from "#lib/client/paths.ts";
import { getJson } from "#lib/client/fetcher/request.ts";

/** So many are asked for at the same time. */
const ABREAST = 4;

/**
 * Events with all that was received, in the given order.
 * @throws {ApiProblem} when one of them cannot be read.
 */
export async function readEvents(store: string, ids: readonly string[]): Promise<EventDetail[]> {
  const found = new Map<string, EventDetail>();
  const waiting = [...ids];
  const readOn = async () => {
    for (let id = waiting.shift(); id !== undefined; id = waiting.shift())
      found.set(id, await getJson<EventDetail>(apiPath(store, `events/${encodeURIComponent(id)}`)));
  };
  await Promise.all(Array.from({ length: ABREAST }, readOn));
  return ids.flatMap((id) => found.get(id) ?? []);
}
