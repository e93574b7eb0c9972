import { type Context, Hono } from "hono";
import { z } from "zod";
import { act } from "#simulator/shop/actions.ts";
import { answerIn, RECEIVER_MOODS, type ReceiverMood } from "#simulator/receivers/answers.ts";
import { ShopError } from "#simulator/shop/find.ts";
import type { PanelContext } from "./context.ts";
import { absentPage, appPage } from "./app-pages.ts";
import { isPanelAction, readAction } from "./forms.ts";
import { sameOriginOnly } from "./guard.ts";
import { pageHeaders } from "./headers.ts";
import { hasAccess, pageAddress, receiverOf, type Visit, visitOf } from "./visit.ts";

const NewStore = z.object({ name: z.string().trim().min(1).max(60) });
const Mood = z.object({ mood: z.enum(Object.keys(RECEIVER_MOODS) as [ReceiverMood]) });
const Activity = z.object({ isTrickling: z.union([z.boolean(), z.stringbool()]) });

/**
 * Everything on the panel that changes something. All of it is by POST from the panel's own pages; a form may be sent
 * by the page's script, which gets JSON with a `message` back, or by the browser, which gets the page to see next.
 */
export function changeRoutes(panel: PanelContext): Hono {
  const routes = new Hono();
  const change = (
    path: string,
    run: (visit: Visit, context: Context, fields: Record<string, unknown>) => Promise<Response> | Response,
  ) =>
    routes.post(path, sameOriginOnly, async (context) => {
      const fields = await readFields(context);
      const user = typeof fields["user"] === "string" ? fields["user"] : undefined;
      const visit = visitOf(panel, context, user);
      if (!visit) return context.html(absentPage("There is no store at this address."), 404);
      return run(visit, context, fields);
    });

  change("/manage/:hash/shop/:action", ({ store }, context, fields) => {
    const name = context.req.param("action") ?? "";
    if (!isPanelAction(name)) return context.json({ message: `There is no action ${name}` }, 404);
    const done = act(store.shop, readAction(name, fields, store.shop, Math.random), new Date(), Math.random);
    const hashes = panel.fire(store.hash, done.events);
    panel.save();
    const message = `${done.summary}, ${count(done.events.length)} fired`;
    return answer(context, { message, fired: done.events.length, hashes }, `/manage/${store.hash}/home`);
  });

  change("/manage/:hash/activity", (visit, context, fields) => {
    const { isTrickling } = Activity.parse(fields);
    visit.store.isTrickling = isTrickling;
    panel.save();
    const message = isTrickling ? "The shop does things by itself again" : "The shop is quiet by itself now";
    return answer(context, { message, isTrickling }, pageAddress(visit, "home"));
  });

  change("/manage/:hash/receivers/:id", (visit, context, fields) => {
    const receiver = receiverOf(visit, context.req.param("id") ?? "");
    if (!receiver) return context.json({ message: "There is no such system" }, 404);
    const { mood } = Mood.parse(fields);
    receiver.answer = answerIn(mood);
    panel.save();
    const message = `${receiver.name} now does this: ${RECEIVER_MOODS[mood]}`;
    return answer(context, { message }, pageAddress(visit, `receivers/${receiver.id}`));
  });

  routes.use("/manage/:hash/install", pageHeaders);
  change("/manage/:hash/install", (visit, context) =>
    context.html(appPage(visit, panel.installUrl(visit.store.hash, visit.user.id))),
  );

  change("/manage/:hash/uninstall", async (visit, context) => {
    if (visit.store.installation) await panel.uninstall(visit.store.hash);
    return context.redirect(pageAddress(visit, "app"), 303);
  });

  // After either, the app page is shown as that user, where the difference is seen.
  change("/manage/:hash/remove-user", async (visit, context) => {
    const { store, user } = visit;
    // The owner's access cannot be taken away; a form that names nobody else means the owner.
    if (user !== store.owner) await panel.removeUser(store.hash, user.id);
    return context.redirect(pageAddress(visit, "app"), 303);
  });
  change("/manage/:hash/grant-user", (visit, context) => {
    if (!hasAccess(visit)) visit.store.installation?.userIds.push(visit.user.id);
    panel.save();
    return context.redirect(pageAddress(visit, "app"), 303);
  });

  routes.post("/stores", sameOriginOnly, async (context) => {
    const store = panel.createStore(NewStore.parse(await readFields(context)));
    return context.redirect(`/manage/${store.hash}/home`, 303);
  });

  routes.onError((error, context) => {
    if (error instanceof ShopError) return context.json({ message: error.message }, 409);
    if (error instanceof z.ZodError) return context.json({ message: z.prettifyError(error) }, 400);
    throw error;
  });
  return routes;
}

async function readFields(context: Context): Promise<Record<string, unknown>> {
  const type = context.req.header("content-type") ?? "";
  if (!type.startsWith("application/json")) return context.req.parseBody();
  const body: unknown = await context.req.json().catch(() => undefined);
  return z.record(z.string(), z.unknown()).parse(body);
}

function answer(context: Context, body: { message: string } & Record<string, unknown>, page: string) {
  const isPage = context.req.header("accept")?.includes("text/html") ?? false;
  return isPage ? context.redirect(page, 303) : context.json(body);
}

function count(events: number): string {
  return events === 1 ? "1 event" : `${events} events`;
}
