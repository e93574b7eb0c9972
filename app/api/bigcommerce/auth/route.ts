import { externalInstallUrl, installStore, isExternalInstall } from "#lib/callbacks/install.ts";
import { enter, launchFailed, openingFailed, seeOther } from "#lib/http/callback.ts";
import { methodNotAllowed } from "#lib/http/method-not-allowed.ts";
import { admitAddress } from "#lib/http/rate-limit.ts";

/** BigCommerce opens us here, inside the control panel's frame, when a store installs the app or accepts it anew. */
export async function GET(request: Request): Promise<Response> {
  const now = new Date();
  const { searchParams } = new URL(request.url);
  const isExternal = isExternalInstall(searchParams);
  try {
    await admitAddress("opening", request);
    const install = await installStore(searchParams, now);
    if (isExternal) return seeOther(externalInstallUrl(install.ok ? "succeeded" : "failed"));
    return install.ok ? await enter(install.identity, "/welcome", now) : launchFailed(install.reason);
  } catch (error) {
    const failed = openingFailed(error);
    return isExternal ? seeOther(externalInstallUrl("failed")) : failed;
  }
}

// Without a HEAD of its own Next.js answers it by the GET above, and a mere look would use the callback up.
const refuse = methodNotAllowed("GET");
export { refuse as HEAD, refuse as POST, refuse as PUT, refuse as PATCH, refuse as DELETE };
