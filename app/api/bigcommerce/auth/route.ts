import { externalInstallUrl, installStore, isExternalInstall } from "#lib/callbacks/install.ts";
import { routes } from "#lib/http/routes.ts";
import { enter, launchFailed, openingFailed, seeOther } from "#lib/http/callback.ts";
import { admitAddress } from "#lib/http/rate-limit.ts";

/** BigCommerce opens us here, inside the control panel's frame, when a store installs the app or accepts it anew. */
async function answer(request: Request): Promise<Response> {
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

// A mere look would use the callback up.
export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes(
  { GET: answer },
  { isHeadRefused: true },
);
