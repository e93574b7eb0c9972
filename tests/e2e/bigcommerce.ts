import { z } from "zod";
import type { Product } from "./product.ts";

const Person = z.object({ id: z.number(), email: z.string() });
const StoreAnswer = z.object({
  hash: z.string(),
  name: z.string(),
  owner: Person,
  staff: z.tuple([Person]).rest(Person),
});
const Hook = z.object({
  id: z.number(),
  scope: z.string(),
  destination: z.string(),
  headers: z.record(z.string(), z.string()).nullable(),
  is_active: z.boolean(),
});
const Delivery = z.object({ hash: z.string(), scope: z.string(), status: z.number().nullable() });

const Receiver = z.object({ id: z.string(), url: z.string() });
const Requests = z.object({
  requests: z.array(z.object({ headers: z.record(z.string(), z.string()), status: z.number().nullable() })),
});

/** A system that events are sent on to. */
export type Receiver = z.infer<typeof Receiver>;

/** A hook as it stands at BigCommerce. */
export type Hook = z.infer<typeof Hook>;
type HookFields = Partial<Pick<Hook, "scope" | "destination" | "headers" | "is_active">> & {
  /** Unix seconds. */
  created_at?: number;
  updated_at?: number;
};

/** A store of one story's own. */
export interface Store {
  hash: string;
  name: string;
  owner: z.infer<typeof Person>;
  staff: z.infer<typeof Person>;
}

/** What happens at BigCommerce, and what can be seen there. */
export type BigCommerce = ReturnType<typeof bigCommerce>;

/** The verbs of the simulated BigCommerce that stories use. */
export function bigCommerce({ simulatorUrl }: Product) {
  const call = async <T>(method: string, path: string, shape: z.ZodType<T>, body?: unknown): Promise<T> => {
    const response = await fetch(`${simulatorUrl}/control${path}`, {
      method,
      headers: { "Content-Type": "application/json" },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    if (!response.ok)
      throw new Error(`${method} ${path} answered ${response.status}: ${await response.text()}`);
    return shape.parse(await response.json());
  };
  const of = ({ hash }: Pick<Store, "hash">) => `/stores/${hash}`;

  return {
    /** A store that does nothing by itself and does not have the app. */
    async createStore(hash?: string): Promise<Store> {
      const made = await call("POST", "/stores", StoreAnswer, { isTrickling: false, ...(hash && { hash }) });
      return { hash: made.hash, name: made.name, owner: made.owner, staff: made.staff[0] };
    },
    /** Plays the installation of the app; answers the `Cookie` header of the session that it ends with. */
    async install(store: Store): Promise<string> {
      const shape = z.object({ isInstalled: z.literal(true), cookies: z.array(z.string()) });
      const { cookies } = await call("POST", `${of(store)}/install`, shape, {});
      return cookies.map((line) => line.split(";")[0] ?? "").join("; ");
    },
    /** What BigCommerce does when a merchant uninstalls; answers the status that the app gave it. */
    async uninstall(store: Store): Promise<number | null> {
      const shape = z.object({ callback: z.object({ status: z.number().nullable() }) });
      return (await call("POST", `${of(store)}/uninstall`, shape, {})).callback.status;
    },
    /** Ends the app's token; the owner has to accept the app again. */
    async voidToken(store: Store): Promise<void> {
      await call("POST", `${of(store)}/reauthorise`, z.unknown(), {});
    },
    /** Lets BigCommerce's clock of retries, blocks and quiet days run on, with all that falls into the time. */
    async pass(seconds: number): Promise<void> {
      await call("POST", "/clock", z.unknown(), { advanceSeconds: seconds });
    },
    async removeUser(store: Store, user: "staff"): Promise<void> {
      await call("POST", `${of(store)}/remove-user`, z.unknown(), { user });
    },
    /** Makes something happen `count` times; answers the events' hashes, the first one first. */
    async fire(
      store: Store,
      scope: string,
      options: { count?: number; data?: unknown; createdAt?: number; duplicate?: boolean } = {},
    ): Promise<string[]> {
      const shape = z.object({ hashes: z.array(z.string()) });
      return (await call("POST", `${of(store)}/events`, shape, { scope, ...options })).hashes;
    },
    async hooks(store: Pick<Store, "hash">): Promise<Hook[]> {
      return (await call("GET", `${of(store)}/hooks`, z.object({ hooks: z.array(Hook) }))).hooks;
    },
    /** What the app added to the lists of the store's control panel, by its English name. */
    async entries(store: Store): Promise<string[]> {
      const shape = z.object({
        extensions: z.array(z.object({ label: z.object({ defaultValue: z.string() }) })),
      });
      const { extensions } = await call("GET", `${of(store)}/extensions`, shape);
      return extensions.map(({ label }) => label.defaultValue);
    },
    /** A hook that nobody asked the app for. */
    async addHook(store: Store, fields: HookFields): Promise<Hook> {
      return call("POST", `${of(store)}/hooks`, Hook, fields);
    },
    /** Changes a hook behind the app's back. */
    async changeHook(store: Store, hook: Hook, fields: HookFields): Promise<void> {
      await call("PATCH", `${of(store)}/hooks/${hook.id}`, Hook, fields);
    },
    /** Deletes a hook behind the app's back. */
    async loseHook(store: Store, hook: Hook): Promise<void> {
      await call("DELETE", `${of(store)}/hooks/${hook.id}`, Hook);
    },
    /** Every attempt to deliver that has an outcome, and how many have none yet. */
    async deliveries(store: Store): Promise<{ deliveries: z.infer<typeof Delivery>[]; pending: number }> {
      const shape = z.object({ deliveries: z.array(Delivery), pending: z.number() });
      return call("GET", `${of(store)}/deliveries`, shape);
    },
    /** Switches faults of the whole platform on; they concern every store. */
    async faults(change: {
      api?: string | { mode?: string; latencyMs?: number };
      deliveries?: { unsigned?: boolean; wrongKey?: boolean };
    }): Promise<void> {
      await call("POST", "/faults", z.unknown(), change);
    },
    /** What the app asks stores for from now on, at every store's next launch too; the scopes of before. */
    async askFor(scopes: readonly string[]): Promise<string[]> {
      const shape = z.object({ scopes: z.array(z.string()) });
      const before = await call("GET", "/settings", shape);
      await call("POST", "/settings", z.unknown(), { scopes });
      return before.scopes;
    },
    /** A small system of somebody's that takes events; it answers 200 until told otherwise. */
    async addReceiver(): Promise<Receiver> {
      return call("POST", "/receivers", Receiver, {});
    },
    /** What a receiver answers from now on. */
    async answer({ id }: Receiver, status: number, headers: Record<string, string> = {}): Promise<void> {
      await call("PUT", `/receivers/${id}`, z.unknown(), { status, headers });
    },
    /** Event types of the requests that a receiver answered with success, the first one first. */
    async taken({ id }: Receiver): Promise<string[]> {
      const { requests } = await call("GET", `/receivers/${id}/requests`, Requests);
      return requests
        .filter(({ status }) => status === 200)
        .map(({ headers }) => headers["x-webhook-keeper-event-type"] ?? "");
    },
    async endFaults(): Promise<void> {
      await call("DELETE", "/faults", z.unknown());
    },
  };
}
