import { Hono } from "hono";
import { z } from "zod";
import { bodyOf, newHash } from "#simulator/deliveries/payload.ts";
import { wants } from "#simulator/deliveries/scopes.ts";
import { pastWeek } from "#simulator/shop/history.ts";
import { seededRandom } from "#simulator/shop/random.ts";
import type { World } from "#simulator/world/world.ts";
import { inputOf, refusal } from "./input.ts";

const History = z.strictObject({
  /** Only what a hook of one of these scopes would have brought; everything when left out. */
  scopes: z.array(z.string()).optional(),
  /** Makes the same week again for an equal shop. */
  seed: z.number().int().default(1),
});

/**
 * A control call that plays the shop's past week: what happened stays in the shop, and the bodies that hooks would have
 * brought are answered instead of sent, for an app that wants a past to show.
 */
export function historyControls(world: World): Hono {
  const routes = new Hono();
  routes.post("/:hash/history", async (context) => {
    const store = world.store(context.req.param("hash"));
    if (!store) throw refusal(404, `There is no store ${context.req.param("hash")}`);
    const { scopes, seed } = await inputOf(context, History);
    const week = pastWeek(store.shop, new Date(), seededRandom(seed), store.timezone);
    world.save();
    const bodies = week.flatMap(({ at, events }) =>
      events
        .filter(({ scope }) => !scopes || scopes.some((hookScope) => wants(hookScope, scope)))
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
    return context.json({ bodies });
  });
  return routes;
}
