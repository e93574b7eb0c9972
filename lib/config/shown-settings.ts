import { SETTING_NAMES } from "./config.ts";
import { SECRET_SETTINGS } from "./secret-files.ts";
import type { Variables } from "./setting-faults.ts";

/** Settings that are no secret, and yet nobody's business in a support case. */
const PRIVATE: ReadonlySet<string> = new Set([
  "BIGCOMMERCE_CLIENT_ID",
  "MAIL_FROM",
  "OPERATOR_EMAIL",
  "SUPPORT_URL",
]);

/**
 * The settings that were given, for a person to whom they are shown: of secrets only that they are set. Pure.
 * @param variables The environment; an empty variable counts as absent.
 */
export function shownSettings(variables: Variables): Record<string, string> {
  const isHidden = (name: string) => PRIVATE.has(name) || SECRET_SETTINGS.some((secret) => secret === name);
  return Object.fromEntries(
    SETTING_NAMES.flatMap((name) => {
      const value = variables[name];
      return value ? [[name, isHidden(name) ? "[set]" : value]] : [];
    }),
  );
}
