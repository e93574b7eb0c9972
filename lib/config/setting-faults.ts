import { resolve } from "node:path";
import { parseKeyRing } from "#lib/crypto/key-ring.ts";
import { readSandboxSecrets } from "#lib/crypto/sandbox-secrets.ts";
import { LINK_SETTINGS } from "./link-settings.ts";
import { secretFaults } from "#lib/crypto/secret-faults.ts";

/** Settings by their names, as the environment has them. */
export type Variables = Readonly<Record<string, string | undefined>>;

/**
 * Faults that no setting has by itself: what belongs together and is not, what real credentials demand, secrets that are
 * weak or used twice. Reads the sandbox's secrets, if there are any, to refuse them elsewhere.
 * @param given The settings that were given, without empty ones.
 * @returns a sentence for each, without any value.
 */
export function faultsTogether(given: Variables, isSandbox: boolean): string[] {
  const faults: string[] = [];
  const hasSecret = "BIGCOMMERCE_CLIENT_SECRET" in given;
  if ("BIGCOMMERCE_CLIENT_ID" in given !== hasSecret) {
    faults.push(
      "BIGCOMMERCE_CLIENT_ID and BIGCOMMERCE_CLIENT_SECRET belong together: set both, or neither for sandbox mode",
    );
  }
  if ("BIGCOMMERCE_CLIENT_SECRET_PREVIOUS" in given && !hasSecret) {
    faults.push(
      "BIGCOMMERCE_CLIENT_SECRET_PREVIOUS belongs to a BIGCOMMERCE_CLIENT_SECRET that took its place",
    );
  }
  if ("SMTP_URL" in given !== "MAIL_FROM" in given) {
    faults.push("SMTP_URL and MAIL_FROM belong together: set both, or neither to send no e-mail");
  }
  if ("OPERATOR_EMAIL" in given && !("SMTP_URL" in given)) {
    faults.push("OPERATOR_EMAIL needs SMTP_URL and MAIL_FROM: without a mail server nobody gets e-mail");
  }
  if ("METRICS_PORT" in given && !("METRICS_TOKEN" in given)) {
    faults.push("METRICS_PORT belongs to a METRICS_TOKEN: set both, or neither to have no metrics");
  }
  if ("METRICS_PORT" in given && given.METRICS_PORT === (given.PORT ?? "3000")) {
    faults.push("METRICS_PORT must be another than PORT: the worker listens there, beside the app");
  }
  if (!isSandbox) faults.push(...productionFaults(given), ...weakSecrets(given));
  return [...faults, ...exceptionFaults(given, isSandbox)];
}

/** What BigCommerce, or safety, demands once real credentials are there. Source: BigCommerce docs, Webhooks overview. */
function productionFaults(given: Variables): string[] {
  const faults: string[] = [];
  for (const name of ["SESSION_SECRET", "ENCRYPTION_KEYS", ...Object.keys(LINK_SETTINGS)]) {
    if (!given[name]) faults.push(`${name} is required outside sandbox mode`);
  }
  if (!isDeliverable(given.APP_URL)) {
    faults.push(
      "APP_URL must be a public https origin on port 443, because BigCommerce delivers to no other",
    );
  }
  return faults;
}

/** Source: BigCommerce docs, webhook events: an address of its own; on the same host it would be blocked with the other. */
function exceptionFaults(given: Variables, isSandbox: boolean): string[] {
  const { EXCEPTION_URL: url, APP_URL: appUrl } = given;
  if (!url) return [];
  if (!isSandbox && !isDeliverable(url)) {
    return [
      "EXCEPTION_URL must be a public https origin on port 443, because BigCommerce delivers to no other",
    ];
  }
  const ours = URL.parse(appUrl ?? "http://localhost")?.hostname;
  return URL.parse(url)?.hostname === ours
    ? [
        "EXCEPTION_URL must have another host than APP_URL: when BigCommerce blocks one, it has to reach the other",
      ]
    : [];
}

function isDeliverable(text: string | undefined): boolean {
  const url = URL.parse(text ?? "");
  return url?.protocol === "https:" && url.port === "" && !isPrivateName(url.hostname);
}

function isPrivateName(hostname: string): boolean {
  return (
    hostname === "localhost" ||
    hostname.endsWith(".localhost") ||
    hostname.startsWith("127.") ||
    hostname === "[::1]"
  );
}

function weakSecrets(given: Variables): string[] {
  const parsed = parseKeyRing(given.ENCRYPTION_KEYS ?? "");
  return secretFaults({
    sessionSecret: given.SESSION_SECRET,
    clientId: given.BIGCOMMERCE_CLIENT_ID,
    clientSecret: given.BIGCOMMERCE_CLIENT_SECRET,
    previousClientSecret: given.BIGCOMMERCE_CLIENT_SECRET_PREVIOUS,
    metricsToken: given.METRICS_TOKEN,
    keys: "ring" in parsed ? parsed.ring : [],
    sandbox: readSandboxSecrets(resolve(/* turbopackIgnore: true */ given.DATA_DIR ?? ".data")),
  });
}
