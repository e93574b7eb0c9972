import { readFileSync } from "node:fs";
import { type Context, Hono } from "hono";
import type { PanelContext } from "./context.ts";
import {
  absentPage,
  addStorePage,
  appPage,
  consentPage,
  noAccessPage,
  noStoresPage,
  uninstallPage,
} from "./app-pages.ts";
import { changeRoutes } from "./changes.ts";
import { pageHeaders } from "./headers.ts";
import { openedPanel } from "./extensions.ts";
import { homePage } from "./home.ts";
import { receiverPage } from "./receiver-page.ts";
import { hasAccess, type Html, pageAddress, receiverOf, type Visit, visitOf } from "./visit.ts";

const STYLESHEET = readFileSync(new URL("panel.css", import.meta.url), "utf8");
const SCRIPTS = ["panel.js", "app-channel.js"].map((name) => ({
  name,
  text: readFileSync(new URL(name, import.meta.url), "utf8"),
}));

/**
 * The control panel of the simulated BigCommerce, to be mounted at the root: the page of a store's shop, the page that
 * frames the app from another site, and the forms that change either.
 */
export function panelRoutes(panel: PanelContext): Hono {
  const routes = new Hono();
  const show = (path: string, page: (visit: Visit, context: Context) => Html | Promise<Html>) =>
    routes.get(path, pageHeaders, async (context) => {
      const visit = visitOf(panel, context);
      if (!visit) return context.html(absentPage("There is no store at this address."), 404);
      return context.html(await page(visit, context));
    });

  routes.get("/panel/panel.css", (context) => asset(context, STYLESHEET, "text/css"));
  for (const { name, text } of SCRIPTS)
    routes.get(`/panel/${name}`, (context) => asset(context, text, "text/javascript"));
  routes.get("/", pageHeaders, (context) => {
    const store = panel.stores()[0];
    return store ? context.redirect(`/manage/${store.hash}/home`) : context.html(noStoresPage());
  });
  routes.get("/switch", (context) => {
    const store = panel.store(context.req.query("hash") ?? "");
    return context.redirect(store ? `/manage/${store.hash}/home` : "/");
  });
  routes.get("/manage/:hash", (context) => context.redirect(`/manage/${context.req.param("hash")}/home`));

  show("/manage/:hash/home", async (visit, context) =>
    homePage(visit, await openedPanel(visit, context.req.query())),
  );
  show("/manage/:hash/add-store", addStorePage);
  show("/manage/:hash/receivers/:id", (visit, context) => {
    const receiver = receiverOf(visit, context.req.param("id") ?? "");
    if (!receiver) return absentPage("There is no such system.");
    return receiverPage(visit, receiver, new URL(`/receivers/${receiver.id}`, context.req.url).href);
  });
  show("/manage/:hash/uninstall", uninstallPage);
  show("/manage/:hash/app/*", async (visit, context) => {
    if (!visit.store.installation) return consentPage(visit);
    if (!hasAccess(visit)) return noAccessPage(visit);
    const { hash } = visit.store;
    return appPage(visit, await panel.launchUrl(hash, visit.user.id, deepLink(context, hash)));
  });
  routes.get("/manage/:hash/install", (context) => {
    const visit = visitOf(panel, context);
    return context.redirect(visit ? pageAddress(visit, "app") : "/");
  });

  routes.route("/", changeRoutes(panel));
  return routes;
}

/** The page of the app that a deep link leads to, query included; undefined for the app's front door. */
function deepLink(context: Context, hash: string): string | undefined {
  const url = new URL(context.req.url);
  const path = url.pathname.slice(`/manage/${hash}/app`.length);
  if (path === "" || path === "/") return undefined;
  url.searchParams.delete("user");
  return path + url.search;
}

function asset(context: Context, text: string, type: string) {
  return context.body(text, 200, { "content-type": `${type}; charset=utf-8`, "cache-control": "no-cache" });
}
