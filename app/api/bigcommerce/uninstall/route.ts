import { uninstallByCallback } from "#lib/auth/uninstall.ts";
import { callbackAnswer } from "#lib/http/callback.ts";
import { problemResponse } from "#lib/http/problem.ts";

/** BigCommerce's server calls when a store removes the app; it goes on whatever we answer. */
export async function GET(request: Request): Promise<Response> {
  try {
    return callbackAnswer(await uninstallByCallback(new URL(request.url).searchParams, new Date()));
  } catch (error) {
    return problemResponse(error);
  }
}
