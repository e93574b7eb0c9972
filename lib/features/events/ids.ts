import { z } from "zod";

/** What finds an event: its store is always given by the path, so an id cannot reach into another's. */
export interface EventKey {
  occurredAt: Date;
  hash: string;
}

/** Where a page of the log ends. */
export interface Cursor {
  occurredAt: Date;
  seq: bigint;
}

/** No text in the database holds NUL, and PostgreSQL fails when it is asked for one that does. */
const storedText = z
  .string()
  .min(1)
  .max(300)
  .refine((text) => !text.includes("\0"));
const pair = z.tuple([z.coerce.number().int().min(-8.64e15).max(8.64e15), storedText]);

/** An event's opaque id. It holds the event's time, so that looking it up reads one partition. Pure. */
export function eventId({ occurredAt, hash }: EventKey): string {
  return encode(occurredAt, hash);
}

/** The key behind an id; null for text that never was one. Pure. */
export function parseEventId(id: string): EventKey | null {
  const parts = decode(id);
  return parts && { occurredAt: parts.occurredAt, hash: parts.rest };
}

/** A page's opaque cursor. Pure. */
export function cursorText({ occurredAt, seq }: Cursor): string {
  return encode(occurredAt, String(seq));
}

/** The cursor behind its text; null for text that never was one. Pure. */
export function parseCursor(text: string): Cursor | null {
  const parts = decode(text);
  return parts && /^\d{1,18}$/.test(parts.rest)
    ? { occurredAt: parts.occurredAt, seq: BigInt(parts.rest) }
    : null;
}

function encode(time: Date, rest: string): string {
  return Buffer.from(`${time.getTime()}.${rest}`).toString("base64url");
}

function decode(text: string): { occurredAt: Date; rest: string } | null {
  const [time, ...rest] = Buffer.from(text, "base64url").toString().split(".");
  const parsed = pair.safeParse([time === "" ? undefined : time, rest.join(".")]);
  return parsed.success ? { occurredAt: new Date(parsed.data[0]), rest: parsed.data[1] } : null;
}
