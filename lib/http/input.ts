import type { ZodType } from "zod";
import { InputTooLarge, InvalidInput } from "./errors.ts";

/** Longest body, in bytes, that any of our own pages sends. */
const BODY_BYTES_MAX = 256 * 1024;

/** The search parameters as one object; a name that is given several times becomes a list. */
export function queryOf(request: Request): Record<string, string | string[]> {
  const { searchParams } = new URL(request.url);
  const names = [...new Set(searchParams.keys())];
  return Object.fromEntries(
    names.map((name) => {
      const values = searchParams.getAll(name);
      const [first = ""] = values;
      return [name, values.length === 1 ? first : values];
    }),
  );
}

/**
 * Reads a body as text, giving up as soon as it is longer than allowed.
 * @throws {InputTooLarge} when it is.
 */
export async function readText(request: Request, bytesMax = BODY_BYTES_MAX): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of request.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > bytesMax) throw new InputTooLarge(`the body is longer than ${bytesMax} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

/**
 * Reads a JSON body.
 * @throws {InvalidInput} when it is not JSON.
 * @throws {InputTooLarge} when it is too long.
 */
export async function readJson(request: Request): Promise<unknown> {
  const text = await readText(request);
  try {
    return JSON.parse(text);
  } catch {
    throw new InvalidInput(["the body is not JSON"]);
  }
}

/**
 * Parses input from outside.
 * @throws {InvalidInput} naming every fault by its place, never repeating the value.
 */
export function parseInput<Output>(shape: ZodType<Output>, value: unknown): Output {
  if (!isKeepable(value)) throw new InvalidInput(["input: holds a character that is not allowed"]);
  const parsed = shape.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new InvalidInput(
    parsed.error.issues.map(({ path, message }) => `${path.join(".") || "input"}: ${message}`),
  );
}

/**
 * Whether all text in a JSON value can be kept: PostgreSQL takes neither NUL nor half of a surrogate pair, and no person
 * means either. Pure; not recursive, because a value may be nested a hundred thousand deep.
 */
export function isKeepable(value: unknown): boolean {
  const left: unknown[] = [value];
  while (left.length > 0) {
    const one = left.pop();
    if (typeof one === "string") {
      if (one.includes("\0") || !one.isWellFormed()) return false;
    } else if (typeof one === "object" && one !== null) {
      for (const [name, inner] of Object.entries(one)) left.push(name, inner);
    }
  }
  return true;
}
