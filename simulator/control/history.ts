import { z } from "zod";
import { bodyOf, newHash } from "#simulator/deliveries/payload.ts";
import { wants } from "#simulator/deliveries/scopes.ts";
import { pastWeek } from "#simulator/shop/history.ts";
import { seededRandom } from "#simulator/shop/random.ts";
import type { SimulatedStore } from "#simulator/world/store.ts";

/** Which events of a past week are wanted, by the scopes that a hook would have. */
export const HistoryOrder = z.strictObject({ scopes: z.array(z.string().min(1)) });

/**
 * Plays the week before `now` in a store's shop and returns the deliveries' bodies, oldest first, without sending them.
 * The shop is changed by it; each call plays another week on top.
 */
export function playHistory(store: SimulatedStore, scopes: readonly string[], now: Date): string[] {
  const week = pastWeek(store.shop, now, seededRandom(store.storeId), store.timezone);
  return week.flatMap(({ at, events }) =>
    events
      .filter((event) => scopes.some((scope) => wants(scope, event.scope)))
      .map(({ scope, data }) =>
        bodyOf({
          storeHash: store.hash,
          storeId: store.storeId,
          hash: newHash(),
          createdAt: Math.floor(at.getTime() / 1000),
          scope,
          data,
          hasNumericStoreId: false,
        }),
      ),
  );
}
