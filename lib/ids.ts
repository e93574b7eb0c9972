import { z } from "zod";

/** A store's hash, the `abc123` of `stores/abc123`. Source: BigCommerce docs, callbacks (`sub`). */
export const StoreHash = z
  .string()
  .regex(/^[a-z0-9]{1,32}$/, "a store hash has only lowercase letters and digits")
  .brand<"StoreHash">();
export type StoreHash = z.infer<typeof StoreHash>;

/** A hook's id at BigCommerce: a positive integer. Source: webhooks V3 OpenAPI. */
export const HookId = z.number().int().min(1).brand<"HookId">();
export type HookId = z.infer<typeof HookId>;
