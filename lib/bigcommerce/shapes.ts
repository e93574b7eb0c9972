import { z } from "zod";
import { HookId } from "#lib/ids.ts";

// What BigCommerce answers, read tolerantly: new keys may appear without notice and are ignored.
// Source: webhooks V3 and store information V2 OpenAPI; BigCommerce docs, Best practices.

const unixSeconds = z.number().transform((seconds) => new Date(seconds * 1_000));
/** Header values are strings by the specification; anything else cannot be the secret and is left out. */
const headers = z
  .record(z.string(), z.unknown())
  .nullish()
  .transform((given) =>
    Object.fromEntries(
      Object.entries(given ?? {}).filter((entry): entry is [string, string] => typeof entry[1] === "string"),
    ),
  );

/** A hook as it is at BigCommerce. */
export const Hook = z
  .object({
    id: HookId,
    scope: z.string(),
    destination: z.string(),
    headers,
    is_active: z.boolean().default(true),
    created_at: unixSeconds,
    updated_at: unixSeconds.optional(),
    /** active, inactive or deactivated; only /hooks/admin tells. */
    status: z.string().nullish(),
  })
  .transform((hook) => ({
    id: hook.id,
    scope: hook.scope,
    destination: hook.destination,
    headers: hook.headers,
    isActive: hook.is_active,
    status: hook.status ?? null,
    createdAt: hook.created_at,
    updatedAt: hook.updated_at ?? hook.created_at,
  }));
export type Hook = z.infer<typeof Hook>;

/** One hook in the usual envelope, or bare as the guides print it. */
export const HookAnswer = z.union([z.object({ data: Hook }).transform(({ data }) => data), Hook]);

export const HookPage = z.object({
  data: z.array(Hook),
  meta: z
    .object({ pagination: z.object({ current_page: z.number(), total_pages: z.number() }).optional() })
    .optional(),
});

/** `GET /hooks/admin`: status of each hook, and where deliveries are paused. */
export const HookAdmin = z.object({
  data: z.object({
    hooks_list: z
      .array(z.object({ id: HookId, status: z.string().nullish() }))
      .nullish()
      .transform((hooks) => hooks ?? []),
    blocked_domains: z
      .array(z.object({ destination: z.string(), time_left: z.number() }))
      .nullish()
      .transform((domains) => domains ?? []),
  }),
});

/** `GET /v2/store`, the few fields that we show. */
export const StoreProfile = z
  .object({
    name: z.string(),
    domain: z.string(),
    control_panel_base_url: z
      .url({ protocol: /^https?$/ })
      .nullish()
      .catch(null),
    timezone: z.object({ name: z.string() }).nullish().catch(null),
  })
  .transform((store) => ({
    name: store.name,
    domain: store.domain,
    timezone: store.timezone?.name ?? null,
    controlPanelUrl: store.control_panel_base_url ?? null,
  }));
export type StoreProfile = z.infer<typeof StoreProfile>;
