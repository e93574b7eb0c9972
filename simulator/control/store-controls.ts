import { Hono } from "hono";
import { z } from "zod";
import { removeUser, uninstall } from "#simulator/app-calls/callbacks.ts";
import { installUrl, revokeToken } from "#simulator/app-calls/grants.ts";
import { LAUNCH_ALGORITHMS, launchToken, type LaunchOptions } from "#simulator/app-calls/launch-token.ts";
import { visit } from "#simulator/app-calls/play-browser.ts";
import { callbackUrl } from "#simulator/app-calls/profile.ts";
import type { Person, SimulatedStore } from "#simulator/world/store.ts";
import { EventOrder } from "./fire-events.ts";
import { HistoryOrder, playHistory } from "./history.ts";
import { inputOf, refusal } from "./input.ts";
import type { ControlParts } from "./parts.ts";
import { doDeed, resourcesOf, ShopDeed } from "./shop-deeds.ts";

const Hash = z.string().regex(/^[a-z0-9]{1,32}$/, "must be lowercase letters and digits");
const NewStore = z.strictObject({
  hash: Hash.optional(),
  name: z.string().min(1).optional(),
  /** Whether the shop makes small changes by itself. */
  isTrickling: z.boolean().optional(),
});
const User = z.union([z.enum(["owner", "staff"]), z.coerce.number().int()]);
const ByUser = z.strictObject({ user: User.optional() });
const Launch = z.strictObject({
  user: User.optional(),
  url: z.string().optional(),
  claims: z.record(z.string(), z.unknown()).optional(),
  alg: z.enum(LAUNCH_ALGORITHMS).optional(),
  secret: z.string().optional(),
});

/** Control calls that concern a whole store: make it, install, launch, uninstall, fire events, look at deliveries. */
export function storeControls({ world, app, engine, source }: ControlParts): Hono {
  const routes = new Hono();
  const find = (hash: string): SimulatedStore => {
    const store = world.store(hash);
    if (!store) throw refusal(404, `There is no store ${hash}`);
    return store;
  };
  const userOf = (store: SimulatedStore, user: z.infer<typeof User> = "owner"): Person => {
    const person =
      user === "owner" ? store.owner : user === "staff" ? store.staff[0] : world.person(store, user);
    if (!person) throw refusal(404, `Store ${store.hash} has no user ${user}`);
    return person;
  };
  const launchUrl = async (store: SimulatedStore, user: Person, options: LaunchOptions = {}) =>
    callbackUrl(app, "load", {
      signed_payload_jwt: await launchToken(app, store, user, Date.now(), options),
    });

  routes.get("/", (context) => context.json({ stores: world.state.stores.map(publicStore) }));

  routes.post("/", async (context) => {
    const { hash, name, isTrickling } = await inputOf(context, NewStore);
    if (hash !== undefined && world.store(hash)) throw refusal(409, `There is a store ${hash} already`);
    const store = world.createStore({ ...(hash && { hash }), ...(name && { name }) });
    if (isTrickling !== undefined) store.isTrickling = isTrickling;
    return context.json(publicStore(store), 201);
  });

  routes.get("/:hash", (context) => context.json(publicStore(find(context.req.param("hash")))));

  routes.post("/:hash/install", async (context) => {
    const store = find(context.req.param("hash"));
    const user = userOf(store, (await inputOf(context, ByUser)).user);
    const manage = new URL(`/manage/${store.hash}/app`, context.req.url).href;
    try {
      const { location, status, cookies, visited } = await visit(
        installUrl(world, app, store, user.id),
        manage,
      );
      return context.json({ location, status, cookies, visited, isInstalled: store.installation !== null });
    } catch (error) {
      const why = error instanceof Error ? (error.cause ?? error.message) : error;
      throw refusal(502, `The app at ${app.origin} does not answer: ${String(why)}`);
    }
  });

  routes.get("/:hash/launch", async (context) => {
    const store = find(context.req.param("hash"));
    const user = User.safeParse(context.req.query("user") ?? "owner");
    if (!user.success) throw refusal(400, "user: must be owner, staff or a user's id");
    const deepLink = context.req.query("url");
    return context.json({ url: await launchUrl(store, userOf(store, user.data), { deepLink }) });
  });

  routes.post("/:hash/launch", async (context) => {
    const store = find(context.req.param("hash"));
    const { user, url: deepLink, ...options } = await inputOf(context, Launch);
    return context.json({ url: await launchUrl(store, userOf(store, user), { deepLink, ...options }) });
  });

  routes.post("/:hash/uninstall", async (context) => {
    const callback = await uninstall(world, app, engine, find(context.req.param("hash")));
    return context.json({ callback });
  });

  routes.post("/:hash/remove-user", async (context) => {
    const store = find(context.req.param("hash"));
    const user = userOf(store, (await inputOf(context, ByUser)).user ?? "staff");
    return context.json({ user, callback: await removeUser(world, app, store, user) });
  });

  routes.post("/:hash/reauthorise", (context) => {
    const store = find(context.req.param("hash"));
    revokeToken(world, store);
    return context.json(publicStore(store));
  });

  routes.post("/:hash/events", async (context) => {
    const store = find(context.req.param("hash"));
    const hashes = source.start(store, await inputOf(context, EventOrder));
    return context.json({ fired: hashes.length, hashes });
  });

  routes.post("/:hash/shop", async (context) => {
    const store = find(context.req.param("hash"));
    const { action, count } = await inputOf(context, ShopDeed);
    const events = Array.from({ length: count }, () => doDeed(store.shop, action, new Date()).events).flat();
    engine.fire(store.hash, events);
    world.save();
    return context.json({ resources: resourcesOf(events), fired: events.length });
  });

  routes.post("/:hash/history", async (context) => {
    const store = find(context.req.param("hash"));
    const { scopes } = await inputOf(context, HistoryOrder);
    const bodies = playHistory(store, scopes, new Date());
    world.save();
    return context.json({ bodies });
  });

  routes.get("/:hash/extensions", (context) => {
    const { hash } = find(context.req.param("hash"));
    const extensions = world.state.extensions.filter(({ storeHash }) => storeHash === hash);
    return context.json({ extensions });
  });

  routes.get("/:hash/deliveries", (context) => {
    const { hash } = find(context.req.param("hash"));
    const { hash: eventHash, scope, hook } = context.req.query();
    const deliveries = world.state.attempts.filter(
      (attempt) =>
        attempt.storeHash === hash &&
        (eventHash === undefined || attempt.hash === eventHash) &&
        (scope === undefined || attempt.scope === scope) &&
        (hook === undefined || String(attempt.hookId) === hook),
    );
    const waiting = Object.values(world.state.queue).filter(({ storeHash }) => storeHash === hash);
    return context.json({ deliveries, pending: waiting.length });
  });

  return routes;
}

/** A store with all its ids, without its token and its goods. */
function publicStore(store: SimulatedStore) {
  const { hash, storeId, accountUuid, name, domain, timezone, owner, staff, installation, isTrickling } =
    store;
  const installed = installation && {
    clientId: installation.clientId,
    scopes: installation.scopes,
    userIds: installation.userIds,
    isTokenValid: installation.accessToken !== "",
  };
  return {
    hash,
    storeId,
    accountUuid,
    name,
    domain,
    timezone,
    owner,
    staff,
    installation: installed,
    isTrickling,
  };
}
