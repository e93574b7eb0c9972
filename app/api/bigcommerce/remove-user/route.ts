import { removeUserByCallback } from "#lib/callbacks/remove-user.ts";
import { callbackAnswer } from "#lib/http/callback.ts";
import { methodNotAllowed } from "#lib/http/method-not-allowed.ts";
import { problemResponse } from "#lib/http/problem.ts";
import { admitAddress } from "#lib/http/rate-limit.ts";

/** BigCommerce's server calls when a store's owner takes a person's access to the app away. */
export async function GET(request: Request): Promise<Response> {
  try {
    await admitAddress("callback", request);
    return callbackAnswer(await removeUserByCallback(new URL(request.url).searchParams, new Date()));
  } catch (error) {
    return problemResponse(error);
  }
}

// Without a HEAD of its own Next.js answers it by the GET above, and a mere look would use the callback up.
const refuse = methodNotAllowed("GET");
export { refuse as HEAD, refuse as POST, refuse as PUT, refuse as PATCH, refuse as DELETE };
