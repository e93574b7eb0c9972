import { removeUserByCallback } from "#lib/auth/remove-user.ts";
import { callbackAnswer } from "#lib/http/callback.ts";
import { problemResponse } from "#lib/http/problem.ts";

/** BigCommerce's server calls when a store's owner takes a person's access to the app away. */
export async function GET(request: Request): Promise<Response> {
  try {
    return callbackAnswer(await removeUserByCallback(new URL(request.url).searchParams, new Date()));
  } catch (error) {
    return problemResponse(error);
  }
}
