import type { Context } from "hono";
import { HTTPException } from "hono/http-exception";
import type { z } from "zod";

/**
 * The body of a control call, checked; an empty body counts as `{}`.
 * @throws HTTPException 400 that names every fault
 */
export async function inputOf<T>(context: Context, shape: z.ZodType<T>): Promise<T> {
  const text = await context.req.text();
  let body: unknown;
  try {
    body = text.trim() === "" ? {} : JSON.parse(text);
  } catch {
    throw refusal(400, "The body is not JSON");
  }
  const result = shape.safeParse(body);
  if (result.success) return result.data;
  const faults = result.error.issues.map(({ path, message }) => `${path.join(".") || "body"}: ${message}`);
  throw refusal(400, faults.join("; "));
}

/** An answer `{error}` with this status, to be thrown. */
export function refusal(status: 400 | 404 | 409 | 502, error: string): HTTPException {
  return new HTTPException(status, { res: Response.json({ error }, { status }) });
}
