import { removeUserByCallback } from "#lib/callbacks/remove-user.ts";
import { routes } from "#lib/http/routes.ts";
import { callbackAnswer } from "#lib/http/callback.ts";
import { problemResponse } from "#lib/http/problem.ts";
import { admitAddress } from "#lib/http/rate-limit.ts";

/** BigCommerce's server calls when a store's owner takes a person's access to the app away. */
async function answer(request: Request): Promise<Response> {
  try {
    await admitAddress("callback", request);
    return callbackAnswer(await removeUserByCallback(new URL(request.url).searchParams, new Date()));
  } catch (error) {
    return problemResponse(error);
  }
}

// A mere look would use the callback up.
export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes(
  { GET: answer },
  { isHeadRefused: true },
);
