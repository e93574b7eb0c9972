import { z } from "zod";

/** A share of all cases between 0 and 1; true is always, false never. */
const Rate = z.union([z.boolean().transform(Number), z.number().min(0).max(1)]);

/** `suspended`: the store is closed for a while, by its owner or by BigCommerce. Source: BigCommerce docs, API status codes (503). */
const apiMode = z.enum(["none", "429", "429-without-headers", "401", "500", "503", "suspended", "hang"]);
const oauthMode = z.enum(["none", "invalid_grant", "500", "hang"]);

/** What a change of the faults may hold. What it leaves out stays as it is. `api` and `oauth` may be a mode alone. */
export const FaultsChange = z.strictObject({
  api: z
    .union([
      z.union([apiMode, z.number()]).transform((mode) => ({ mode: apiMode.parse(String(mode)) })),
      z.strictObject({
        mode: apiMode.optional(),
        /** Share of the requests that fail. */
        rate: Rate.optional(),
        /** Milliseconds before any answer. */
        latencyMs: z.number().min(0).max(600_000).optional(),
        /** How many more requests fail before the fault ends by itself; null for no end. */
        times: z.number().int().min(0).nullable().optional(),
      }),
    ])
    .optional(),
  oauth: z
    .union([
      oauthMode.transform((mode) => ({ mode })),
      z.boolean().transform((fails) => ({ mode: fails ? ("invalid_grant" as const) : ("none" as const) })),
      z.strictObject({ mode: oauthMode }),
    ])
    .optional(),
  /** Share of GraphQL requests that are answered with 200 and an error. */
  graphql: Rate.optional(),
  deliveries: z
    .strictObject({
      /** Never sent and never tried again. */
      lose: Rate.optional(),
      /** Sent twice, half a second apart. */
      double: Rate.optional(),
      /** Sent without the three webhook headers. */
      unsigned: Rate.optional(),
      /** Signed with a key that is not the client secret. */
      wrongKey: Rate.optional(),
      /** The second half of the body comes `slowMs` later. */
      slow: Rate.optional(),
      slowMs: z.number().int().min(0).max(120_000).optional(),
      /** The body has no `created_at`. */
      dropCreatedAt: Rate.optional(),
      /** `store_id` is a number, as in older documents. */
      numericStoreId: Rate.optional(),
    })
    .optional(),
});
export type FaultsChange = z.infer<typeof FaultsChange>;

/** The faults that are on. Every rate is a number between 0 and 1. */
export interface Faults {
  api: { mode: z.infer<typeof apiMode>; rate: number; latencyMs: number; times: number | null };
  oauth: { mode: z.infer<typeof oauthMode> };
  graphql: number;
  deliveries: {
    lose: number;
    double: number;
    unsigned: number;
    wrongKey: number;
    slow: number;
    slowMs: number;
    dropCreatedAt: number;
    numericStoreId: number;
  };
}

/** A platform without faults. */
export function noFaults(): Faults {
  return {
    api: { mode: "none", rate: 1, latencyMs: 0, times: null },
    oauth: { mode: "none" },
    graphql: 0,
    deliveries: {
      lose: 0,
      double: 0,
      unsigned: 0,
      wrongKey: 0,
      slow: 0,
      slowMs: 1000,
      dropCreatedAt: 0,
      numericStoreId: 0,
    },
  };
}

/** The faults after a change; `faults` itself is left alone. */
export function changeFaults(faults: Faults, change: FaultsChange): Faults {
  return {
    api: { ...faults.api, ...given(change.api) },
    oauth: { ...faults.oauth, ...given(change.oauth) },
    graphql: change.graphql ?? faults.graphql,
    deliveries: { ...faults.deliveries, ...given(change.deliveries) },
  };
}

/** Decides one case of a rate. */
export const strikes = (rate: number): boolean => rate > 0 && Math.random() < rate;

type Given<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

function given<T extends object>(change: T | undefined): Given<T> {
  const entries = Object.entries(change ?? {}).filter(([, value]) => value !== undefined);
  // Object.fromEntries forgets the keys' types; they are a part of T's, without its undefined values.
  return Object.fromEntries(entries) as Given<T>;
}
