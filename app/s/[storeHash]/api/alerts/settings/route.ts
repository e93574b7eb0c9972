import { changeAlertSettings, readAlertSettings } from "#lib/features/alerts/settings.ts";
import { config } from "#lib/config/config.ts";
import { alertSettingsChange, AlertSettingsSaved, AlertSettingsView } from "#lib/contract/alerts.ts";
import { methodNotAllowed } from "#lib/http/method-not-allowed.ts";
import { storeRoute } from "#lib/http/store-route.ts";

/** Whom the store's alerts go to. */
export const GET = storeRoute({ answer: AlertSettingsView, run: ({ access }) => readAlertSettings(access) });

/** Changes it; the owner alone may. */
export const PUT = storeRoute({
  isForOwner: true,
  body: alertSettingsChange(config().isSandbox),
  answer: AlertSettingsSaved,
  run: ({ access, body, now }) => changeAlertSettings(access, body, now),
});

const refuse = methodNotAllowed("GET", "HEAD", "PUT");
export { refuse as DELETE, refuse as PATCH, refuse as POST };
