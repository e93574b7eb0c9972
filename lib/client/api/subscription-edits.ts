import type { SubscriptionChanges, SubscriptionList } from "#lib/contract/subscriptions.ts";

type Changes = SubscriptionChanges["changes"];

/**
 * The list as it will look once the changes are made: only what is wanted changes, the verdicts wait for the server. Pure.
 * A scope that the list does not hold changes nothing.
 */
export function withWanted(list: SubscriptionList, changes: Changes): SubscriptionList {
  const wanted = new Map(changes.map((change) => [change.scope, change.wanted]));
  return {
    ...list,
    groups: list.groups.map((group) => ({
      ...group,
      events: group.events.map((event) => ({ ...event, wanted: wanted.get(event.scope) ?? event.wanted })),
    })),
  };
}

/** Cuts a list into slices of at most `size`, so that a long change can report how far it is. */
export function slices<Item>(items: readonly Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}
