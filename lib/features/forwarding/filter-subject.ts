import type { FilterSubject } from "#lib/features/destinations/filter.ts";
import { jsonOf } from "#lib/features/events/body.ts";
import type { ForwardedEvent, ThingFacts } from "./event.ts";

/** What a filter looks at. Pure. */
export function filterSubject(event: ForwardedEvent): FilterSubject {
  const { thing = null, changes = [] } = event.facts ?? {};
  return { type: event.scope, payload: jsonOf(event.body), thing, changes: byField(changes) };
}

/** A place in a thing: the change there, and what lies deeper. */
interface Place {
  change: { before?: unknown; after?: unknown };
  below: Map<string, Place>;
}

/** Changes by field, `variants.12.price` within `variants` and `12`, as a filter names its paths. */
function byField(changes: ThingFacts["changes"]): Record<string, unknown> {
  const root: Place = { change: {}, below: new Map() };
  for (const { field, before, after } of changes) {
    let place = root;
    for (const name of field.split(".")) {
      const next = place.below.get(name) ?? { change: {}, below: new Map<string, Place>() };
      place.below.set(name, next);
      place = next;
    }
    place.change = { before, after };
  }
  return shownOf(root);
}

const shownOf = ({ change, below }: Place): Record<string, unknown> =>
  Object.fromEntries([
    ...Object.entries(change),
    ...[...below].map(([name, place]) => [name, shownOf(place)] as const),
  ]);
