import { changeAlertSettings, readAlertSettings } from "#lib/features/alerts/settings.ts";
import { config } from "#lib/config/config.ts";
import { alertSettingsChange, AlertSettingsSaved, AlertSettingsView } from "#lib/contract/alerts.ts";
import { storeRoute } from "#lib/http/store-route.ts";
import { routes } from "#lib/http/routes.ts";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes({
  /** Whom the store's alerts go to. */
  GET: storeRoute({ answer: AlertSettingsView, run: ({ access }) => readAlertSettings(access) }),
  /** Changes it; the owner alone may. */
  PUT: storeRoute({
    isForOwner: true,
    body: alertSettingsChange(config().isSandbox),
    answer: AlertSettingsSaved,
    run: ({ access, body, now }) => changeAlertSettings(access, body, now),
  }),
});
