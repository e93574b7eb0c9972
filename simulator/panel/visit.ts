import type { Context } from "hono";
import type { HtmlEscapedString } from "hono/utils/html";
import type { Receiver } from "#simulator/world/receiver.ts";
import type { Person, SimulatedStore } from "#simulator/world/store.ts";
import type { PanelContext } from "./context.ts";

/** A piece of a page, as hono's `html` makes it. */
export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

/** Who looks at which store. */
export interface Visit {
  panel: PanelContext;
  store: SimulatedStore;
  user: Person;
}

/**
 * Reads from the address which store is meant, and from `?user=` or the form's `user` who is signed in (the owner
 * unless said otherwise). Undefined when there is no such store.
 */
export function visitOf(panel: PanelContext, context: Context, userId?: string): Visit | undefined {
  const store = panel.store(context.req.param("hash") ?? "");
  if (!store) return undefined;
  const wanted = userId ?? context.req.query("user");
  const user = store.staff.find(({ id }) => String(id) === wanted) ?? store.owner;
  return { panel, store, user };
}

/** A page of the store's control panel, for the same user. `path` is `home`, `app/…` and so on. */
export function pageAddress({ store, user }: Pick<Visit, "store" | "user">, path: string): string {
  const query = user.id === store.owner.id ? "" : `?user=${user.id}`;
  return `/manage/${store.hash}/${path}${query}`;
}

/** The system of this store with an id; undefined when it has none. */
export const receiverOf = ({ panel, store }: Visit, id: string): Receiver | undefined =>
  panel.receivers(store.hash).find((receiver) => receiver.id === id);

/** Whether the user may open the app: the owner always may. */
export function hasAccess({ store, user }: Pick<Visit, "store" | "user">): boolean {
  return user.id === store.owner.id || Boolean(store.installation?.userIds.includes(user.id));
}

/** What the panel calls a user. */
export function roleOf(store: SimulatedStore, user: Person): "Owner" | "Staff" {
  return user.id === store.owner.id ? "Owner" : "Staff";
}
