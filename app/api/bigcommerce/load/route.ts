import { launchStore } from "#lib/callbacks/launch.ts";
import { enter, launchFailed, openingFailed } from "#lib/http/callback.ts";
import { methodNotAllowed } from "#lib/http/method-not-allowed.ts";
import { admitAddress } from "#lib/http/rate-limit.ts";

/** BigCommerce opens us here, inside the control panel's frame, when somebody clicks the app. */
export async function GET(request: Request): Promise<Response> {
  const now = new Date();
  try {
    await admitAddress("opening", request);
    const launch = await launchStore(new URL(request.url).searchParams, now);
    return launch.ok ? await enter(launch.identity, launch.path, now) : launchFailed(launch.reason);
  } catch (error) {
    return openingFailed(error);
  }
}

// Without a HEAD of its own Next.js answers it by the GET above, and a mere look would use the callback up.
const refuse = methodNotAllowed("GET");
export { refuse as HEAD, refuse as POST, refuse as PUT, refuse as PATCH, refuse as DELETE };
