import { externalInstallUrl, installStore, isExternalInstall } from "#lib/auth/install.ts";
import { enter, launchFailed, seeOther } from "#lib/http/callback.ts";
import { reportFault } from "#lib/http/problem.ts";

/** BigCommerce opens us here, inside the control panel's frame, when a store installs the app or accepts it anew. */
export async function GET(request: Request): Promise<Response> {
  const now = new Date();
  const { searchParams } = new URL(request.url);
  const isExternal = isExternalInstall(searchParams);
  try {
    const install = await installStore(searchParams, now);
    if (isExternal) return seeOther(externalInstallUrl(install.ok ? "succeeded" : "failed"));
    return install.ok ? await enter(install.identity, "/welcome", now) : launchFailed(install.reason);
  } catch (error) {
    const reference = reportFault(error);
    return isExternal ? seeOther(externalInstallUrl("failed")) : launchFailed("unexpected", reference);
  }
}
