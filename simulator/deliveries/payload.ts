import { randomBytes } from "node:crypto";

/** What a delivery's body is made of. */
export interface Payload {
  storeHash: string;
  storeId: number;
  hash: string;
  /** Unix seconds; null leaves the key out. */
  createdAt: number | null;
  scope: string;
  data: unknown;
  /** Sends `store_id` as a number, as older documents show it. */
  hasNumericStoreId: boolean;
}

/** Compact JSON with the keys in the order in which they come over the wire. */
export function bodyOf(payload: Payload): string {
  return JSON.stringify({
    producer: `stores/${payload.storeHash}`,
    hash: payload.hash,
    ...(payload.createdAt === null ? {} : { created_at: payload.createdAt }),
    store_id: payload.hasNumericStoreId ? payload.storeId : String(payload.storeId),
    scope: payload.scope,
    data: payload.data,
  });
}

/** A new event's hash: 40 hex digits that no other event has. */
export const newHash = (): string => randomBytes(20).toString("hex");
