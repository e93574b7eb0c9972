import type { Server } from "node:http";
import { createAdaptorServer } from "@hono/node-server";
import { afterAll, beforeAll } from "vitest";
import * as auth from "#app/api/bigcommerce/auth/route.ts";
import * as load from "#app/api/bigcommerce/load/route.ts";
import * as removeUser from "#app/api/bigcommerce/remove-user/route.ts";
import * as uninstall from "#app/api/bigcommerce/uninstall/route.ts";
import * as exceptions from "#app/api/exceptions/[storeHash]/route.ts";
import * as webhooks from "#app/api/webhooks/[storeHash]/route.ts";
import * as sessionEnd from "#app/s/[storeHash]/api/session/end/route.ts";
import * as session from "#app/s/[storeHash]/api/session/route.ts";
import * as nextAuth from "#app/s/[storeHash]/auth/[...nextauth]/route.ts";
import { config } from "#lib/config/config.ts";
import { closeNotifications } from "#lib/platform/db/notifications.ts";
import { cookieName } from "#lib/platform/session/cookie.ts";
import { closeReceiver } from "#lib/features/receiver/receive.ts";
import { startSimulator, type Simulator } from "#simulator/server.ts";
import type { SimulatedStore } from "#simulator/world/store.ts";

type Handler = (request: Request) => Response | Promise<Response>;
/** The handlers of one route file, by method. */
type Methods = Readonly<Record<string, Handler>>;

/** The app's doors and a BigCommerce beside it, both over real HTTP. */
export interface App {
  readonly simulator: Simulator;
  /** A store at BigCommerce that has not installed the app. */
  newStore(): SimulatedStore;
  /** Plays an installation; answers where the browser ended and the session cookie it got. */
  install(store: SimulatedStore): Promise<Opened>;
  /** Opens the app from the control panel, with claims replaced where given. */
  launch(store: SimulatedStore, options?: LaunchOptions): Promise<Opened>;
  /** The address of a launch, not opened yet. */
  launchUrl(store: SimulatedStore, options?: LaunchOptions): Promise<string>;
  /** Opens an address of the app without following redirects. */
  open(url: string): Promise<Opened>;
  /** Calls the simulator's control API. */
  control(path: string, body?: unknown): Promise<unknown>;
  /** Calls a route of the app with a session cookie, as a page of ours does. */
  call(path: string, cookie?: string, init?: CallInit): Promise<Response>;
}

export interface CallInit {
  method?: string;
  body?: BodyInit;
  headers?: Record<string, string>;
}

export interface Opened {
  status: number;
  /** Path and query of the page that is shown at last. */
  location: string;
  /** `name=value` of the session cookie; empty when none was set. */
  cookie: string;
  /** Every `Set-Cookie` header. */
  cookies: string[];
}

export interface LaunchOptions {
  user?: "owner" | "staff";
  url?: string;
  claims?: Record<string, unknown>;
  alg?: string;
  secret?: string;
}

/**
 * Runs the app's route handlers and the simulator for the test file that calls it. Call it once, after `useDatabase`.
 * @param options.receives Whether deliveries come to the receiver; otherwise they come to a page.
 */
export function useApp({ receives = false } = {}): App {
  let simulator: Simulator;
  let server: Server;
  const { appUrl, port, simulatorPort, bigcommerce } = config();

  beforeAll(async () => {
    const { clientId, clientSecret } = bigcommerce;
    const app = { name: "Webhook Keeper", clientId, clientSecret, origin: appUrl };
    simulator = await startSimulator({ port: simulatorPort, app });
    // Cast: without HTTP/2 options the adaptor always makes a plain HTTP server.
    server = createAdaptorServer({ fetch: receives ? receive : answer }) as Server;
    await new Promise<void>((resolve) => server.listen(port, resolve));
  });
  afterAll(async () => {
    await simulator.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    if (!receives) return;
    await closeReceiver();
    await closeNotifications();
  });

  const control = async (path: string, body?: unknown): Promise<unknown> => {
    const init = body === undefined ? {} : { method: "POST", body: JSON.stringify(body) };
    const response = await fetch(`${simulator.url}/control${path}`, {
      headers: { "Content-Type": "application/json" },
      ...init,
    });
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
    return response.json();
  };
  const open = async (url: string) => {
    const response = await fetch(url, { redirect: "manual" });
    return opened(response.status, response.headers.get("Location") ?? url, response.headers.getSetCookie());
  };
  const launchUrl = async (store: SimulatedStore, options: LaunchOptions = {}) => {
    // Cast: the control API answers `{url}`; see docs/simulator.md.
    const { url } = (await control(`/stores/${store.hash}/launch`, options)) as { url: string };
    return url;
  };
  return {
    get simulator() {
      return simulator;
    },
    newStore: () => simulator.world.createStore({}),
    install: async (store) => {
      // Cast: the control API answers the visit; see docs/simulator.md.
      const visit = (await control(`/stores/${store.hash}/install`, {})) as {
        status: number;
        location: string;
        cookies: string[];
      };
      return opened(visit.status, visit.location, visit.cookies);
    },
    launch: async (store, options) => open(await launchUrl(store, options)),
    launchUrl,
    open,
    control,
    call: (path, cookie = "", init = {}) =>
      fetch(`${appUrl}${path}`, {
        redirect: "manual",
        ...init,
        headers: {
          Cookie: cookie,
          "Content-Type": "application/json",
          "Sec-Fetch-Site": "same-origin",
          "X-Requested-With": "webhook-keeper",
          ...init.headers,
        },
      }),
  };
}

function opened(status: number, location: string, cookies: string[]): Opened {
  const { pathname, search } = new URL(location, config().appUrl);
  const cookie = cookies
    .map((line) => line.split(";")[0] ?? "")
    .find((pair) => pair.startsWith(`${cookieName("session")}=`));
  return { status, location: `${pathname}${search}`, cookie: cookie ?? "", cookies };
}

const CALLBACKS: Readonly<Record<string, Methods>> = {
  "/api/bigcommerce/auth": auth,
  "/api/bigcommerce/load": load,
  "/api/bigcommerce/uninstall": uninstall,
  "/api/bigcommerce/remove-user": removeUser,
};

/** Takes deliveries as the route handler does, and leaves everything else to the other handlers. */
function receive(request: Request): Response | Promise<Response> {
  const { pathname } = new URL(request.url);
  const [, kind, storeHash] = /^\/api\/(webhooks|exceptions)\/([^/]+)$/.exec(pathname) ?? [];
  if (storeHash === undefined) return answer(request);
  const route = kind === "webhooks" ? webhooks : exceptions;
  return handler(route, request.method)(request, { params: Promise.resolve({ storeHash }) });
}

/** Finds a handler by path and method, as Next.js does; any other path is a page. */
async function answer(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  const [, storeHash = "", kind, ...rest] = pathname.split("/").slice(1);
  const context = <Params>(params: Params) => ({ params: Promise.resolve(params) });
  if (pathname in CALLBACKS)
    return (await CALLBACKS[pathname]?.[request.method]?.(request)) ?? new Response(null, { status: 405 });
  if (pathname === `/s/${storeHash}/api/session`)
    return handler(session, request.method)(request, context({ storeHash }));
  if (pathname === `/s/${storeHash}/api/session/end`)
    return handler(sessionEnd, request.method)(request, context({ storeHash }));
  if (kind === "auth")
    return handler(nextAuth, request.method)(request, context({ storeHash, nextauth: rest }));
  return new Response("a page");
}

function handler<Route extends object>(route: Route, method: string): Route[keyof Route] {
  if (!(method in route)) throw new Error(`the route has no ${method}`);
  // Cast: just found to be one of its methods.
  return route[method as keyof Route];
}
