import { createHash } from "node:crypto";
import { z } from "zod";
import { HookId } from "#lib/ids.ts";

/** What BigCommerce tells of a delivery that failed. */
export interface ReceivedException {
  /** The same in every copy. */
  hash: string;
  hookId: HookId | null;
  /** 90001 to 90003, or one that is not documented yet. */
  code: number;
  message: string;
  at: Date;
}

const HASH_CHARACTERS_MAX = 200;
const MESSAGE_CHARACTERS_MAX = 500;
/** 1 January 2100 in Unix seconds. */
const SECONDS_MAX = 4_102_444_800;

// Source: BigCommerce docs, webhook events, store/hook/deliveryException.
const Body = z.object({
  hash: z.string().min(1).max(HASH_CHARACTERS_MAX).optional().catch(undefined),
  created_at: z.coerce.number().int().min(1).max(SECONDS_MAX).optional().catch(undefined),
  data: z.object({
    id: z.coerce.number().pipe(HookId).nullable().catch(null),
    error_code: z.coerce.number().int().min(0).max(2_147_483_647),
    message: z.string().catch(""),
  }),
});

/**
 * Reads a proven delivery exception. Pure.
 * @param arrivedAt Stands in for a time that it does not name.
 * @returns null for what is none.
 */
export function readDeliveryException(body: Uint8Array, arrivedAt: Date): ReceivedException | null {
  const parsed = Body.safeParse(jsonIn(body));
  if (!parsed.success) return null;
  const { hash, created_at: seconds, data } = parsed.data;
  const text = data.message.toWellFormed().replaceAll("\0", "\uFFFD");
  return {
    hash: storable(hash) ?? `body:${createHash("sha256").update(body).digest("hex")}`,
    hookId: data.id,
    code: data.error_code,
    message: text.slice(0, MESSAGE_CHARACTERS_MAX).toWellFormed(),
    at: seconds === undefined ? arrivedAt : new Date(seconds * 1000),
  };
}

function jsonIn(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

/** PostgreSQL's text holds no NUL. */
function storable(text: string | undefined): string | undefined {
  return text?.isWellFormed() && !text.includes("\0") ? text : undefined;
}
