import type { Server } from "node:http";
import { createAdaptorServer } from "@hono/node-server";
import { Hono, type MiddlewareHandler } from "hono";
import { HTTPException } from "hono/http-exception";
import { gate, type GateEnv } from "./api/gate.ts";
import { channelRoutes } from "./api/channel-routes.ts";
import { graphqlRoute } from "./api/graphql-route.ts";
import { hookRoutes } from "./api/hook-routes.ts";
import { pathNotFound, problemResponse } from "./api/problems.ts";
import { RateLimiter } from "./api/rate-limit.ts";
import { scopeGuard } from "./api/scope-guard.ts";
import { storeRoutes } from "./api/store-routes.ts";
import { tokenRoute } from "./api/token-route.ts";
import { DEFAULT_CALLBACKS, type AppProfile, type Callbacks } from "./app-calls/profile.ts";
import { controlRoutes } from "#simulator/control/routes.ts";
import { channelEvents } from "./deliveries/channel-events.ts";
import { startDeliveries, type DeliveryEngine } from "./deliveries/engine.ts";
import { panelContext } from "./panel-context.ts";
import { panelRoutes } from "./panel/routes.ts";
import { receiverRoutes } from "./receivers/routes.ts";
import { startTrickle } from "./trickle.ts";
import { shopRoutes } from "./api/shop-routes.ts";
import type { FireEvents } from "#simulator/shop/shop-event.ts";
import { loadState, stateFile } from "./world/state-file.ts";
import { emptyWorld } from "./world/state.ts";
import { World } from "./world/world.ts";

/** How to start a simulator. */
export interface SimulatorOptions {
  /** 0 takes any free port. */
  port: number;
  /** 127.0.0.1 unless given, so that the panel is another site than an app at `localhost`. */
  host?: string;
  app: {
    name: string;
    clientId: string;
    clientSecret: string;
    origin: string;
    callbacks?: Partial<Callbacks>;
  };
  /** Where the world is kept; left out, it is forgotten in the end. */
  stateFile?: string;
  /** Milliseconds between two small things that a shop does by itself; left out, shops stand still. */
  trickleEveryMs?: number;
  /** Hears of faults that nobody else can be told of, such as a state file that cannot be written. */
  onFault?: (error: unknown) => void;
}

/** A running simulator. */
export interface Simulator {
  url: string;
  port: number;
  world: World;
  /** Events of a shop, queued for the hooks that want them; returns their hashes. */
  fire: FireEvents;
  /** Resolves when no delivery is due or under way. */
  settled: DeliveryEngine["settled"];
  /** Moves the virtual clock on; resolves when all that fell into the time was tried. */
  advance: DeliveryEngine["advance"];
  /** Saves and stops; safe to repeat. */
  close(): Promise<void>;
}

/**
 * Starts a BigCommerce of our own on a port.
 * @throws Error when the port is taken or the state file is not ours
 */
export async function startSimulator(options: SimulatorOptions): Promise<Simulator> {
  const { host = "127.0.0.1", onFault = () => undefined } = options;
  const app: AppProfile = { ...options.app, callbacks: { ...DEFAULT_CALLBACKS, ...options.app.callbacks } };
  const closing = new AbortController();

  const saved = options.stateFile === undefined ? undefined : loadState(options.stateFile);
  let saveSoon: () => void = () => undefined;
  const world = new World(saved ?? emptyWorld(), () => saveSoon());
  const file =
    options.stateFile === undefined ? undefined : stateFile(options.stateFile, () => world.state, onFault);
  if (file) saveSoon = file.saveSoon;

  // Hooks of other clients are signed with secrets that this app must not know.
  const engine = startDeliveries(world, (clientId) =>
    clientId === app.clientId ? app.clientSecret : `secret of ${clientId}`,
  );
  const fire: FireEvents = (storeHash, events) => {
    const hashes = engine.fire(storeHash, events);
    engine.fire(storeHash, events.flatMap(channelEvents));
    return hashes;
  };
  const limiter = new RateLimiter();
  const control = controlRoutes({ world, app, engine, forget: () => limiter.reset() });

  const store = new Hono<GateEnv>();
  store.use(gate(world, limiter, closing.signal), scopeGuard);
  store.route("/v3/hooks", hookRoutes(world, engine));
  store.route("/v2", storeRoutes());
  store.route("/v3/channels", channelRoutes());
  store.route("/graphql", graphqlRoute(world));
  store.route(
    "/",
    shopRoutes((hash) => world.store(hash)),
  );
  store.all("*", () => problemResponse(pathNotFound()));

  const site = new Hono();
  site.route("/oauth2", tokenRoute(world, app, closing.signal));
  site.route("/stores/:hash", store);
  site.route("/receivers", receiverRoutes(world, closing.signal));
  site.use("/control/*", ownPagesOnly);
  site.route("/control", control.routes);
  site.onError((error) => {
    if (error instanceof HTTPException) return error.getResponse();
    onFault(error);
    return Response.json({ error: "The simulator failed; its log says why" }, { status: 500 });
  });
  site.route("/", panelRoutes(panelContext(world, app, engine, fire)));

  // Cast: without HTTP/2 options the adaptor always makes a plain HTTP server.
  const server = createAdaptorServer({ fetch: site.fetch }) as Server;
  const port = await listen(server, options.port, host);
  const stopTrickle =
    options.trickleEveryMs === undefined
      ? () => undefined
      : startTrickle({
          everyMs: options.trickleEveryMs,
          stores: () => world.state.stores,
          fire,
          save: world.save,
        });

  let isClosed: Promise<void> | undefined;
  const close = async () => {
    closing.abort();
    stopTrickle();
    control.stop();
    engine.stop();
    server.closeAllConnections();
    await new Promise<void>((resolve) => server.close(() => resolve()));
    await file?.close();
  };
  return {
    url: `http://${host}:${port}`,
    port,
    world,
    fire,
    settled: () => engine.settled(),
    advance: (seconds) => engine.advance(seconds),
    close: () => (isClosed ??= close()),
  };
}

/** A page of another site in the developer's browser could reach us too; it must not play BigCommerce. */
const ownPagesOnly: MiddlewareHandler = async (context, next) => {
  const site = context.req.header("sec-fetch-site") ?? "none";
  if (site !== "none" && site !== "same-origin") return context.json({ error: "Not from another site" }, 403);
  await next();
  return undefined;
};

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      const address = server.address();
      resolve(typeof address === "object" && address ? address.port : port);
    });
  });
}
