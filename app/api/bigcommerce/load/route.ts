import { launchStore } from "#lib/callbacks/launch.ts";
import { routes } from "#lib/http/routes.ts";
import { enter, launchFailed, openingFailed } from "#lib/http/callback.ts";
import { admitAddress } from "#lib/http/rate-limit.ts";

/** BigCommerce opens us here, inside the control panel's frame, when somebody clicks the app. */
async function answer(request: Request): Promise<Response> {
  const now = new Date();
  try {
    await admitAddress("opening", request);
    const launch = await launchStore(new URL(request.url).searchParams, now);
    return launch.ok ? await enter(launch.identity, launch.path, now) : launchFailed(launch.reason);
  } catch (error) {
    return openingFailed(error);
  }
}

// A mere look would use the callback up.
export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes(
  { GET: answer },
  { isHeadRefused: true },
);
