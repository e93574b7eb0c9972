import type { EncryptionKey } from "./key-ring.ts";
import { sameBytes } from "./same-bytes.ts";
import type { SandboxSecrets } from "./sandbox-secrets.ts";
import { weaknessOfKey, weaknessOfText } from "./weak-secret.ts";

/** Shorter ones can be tried out, away from us, against anything that they signed or sealed. */
const SESSION_SECRET_CHARACTERS_MIN = 32;
const CLIENT_SECRET_CHARACTERS_MIN = 24;
const METRICS_TOKEN_CHARACTERS_MIN = 24;

/** The secrets of an app with real credentials, as far as they are set. */
export interface GivenSecrets {
  sessionSecret: string | undefined;
  clientId: string | undefined;
  clientSecret: string | undefined;
  /** The client secret before, while BigCommerce may still sign with it. */
  previousClientSecret: string | undefined;
  /** Opens the figures of the processes. */
  metricsToken?: string | undefined;
  keys: readonly EncryptionKey[];
  /** Those of a sandbox that ran in the same folder. */
  sandbox: SandboxSecrets | undefined;
}

interface Named {
  name: string;
  value: Uint8Array;
}

/**
 * Secrets that somebody could guess or already knows, or that do two jobs at once. Pure.
 * @returns one sentence for each fault; none of them repeats a value.
 */
export function secretFaults({
  sessionSecret,
  clientId,
  clientSecret,
  previousClientSecret,
  metricsToken,
  keys,
  sandbox,
}: GivenSecrets): string[] {
  const clientSecrets = {
    BIGCOMMERCE_CLIENT_SECRET: clientSecret,
    BIGCOMMERCE_CLIENT_SECRET_PREVIOUS: previousClientSecret,
  };
  const weaknesses: [string, string | null][] = [
    ["SESSION_SECRET", sessionSecret ? weaknessOfText(sessionSecret, SESSION_SECRET_CHARACTERS_MIN) : null],
    ["METRICS_TOKEN", metricsToken ? weaknessOfText(metricsToken, METRICS_TOKEN_CHARACTERS_MIN) : null],
    ...Object.entries(clientSecrets).map(([name, secret]): [string, string | null] => [
      name,
      secret ? weaknessOfText(secret, CLIENT_SECRET_CHARACTERS_MIN) : null,
    ]),
    ...keys.map(({ id, bytes }): [string, string | null] => [
      `Key ${id} of ENCRYPTION_KEYS`,
      weaknessOfKey(bytes),
    ]),
  ];
  const texts = { SESSION_SECRET: sessionSecret, METRICS_TOKEN: metricsToken, ...clientSecrets };
  const ours = [
    ...Object.entries({ ...texts, BIGCOMMERCE_CLIENT_ID: clientId }).flatMap(([name, value]) =>
      value ? [{ name, value: Buffer.from(value) }] : [],
    ),
    ...keys.flatMap(spellings),
  ];
  return [
    ...weaknesses.flatMap(([name, weakness]) => (weakness ? [`${name} ${weakness}`] : [])),
    ...equalNames(ours, ours).map(
      ([left, right]) => `${left} and ${right} are the same: each needs a value of its own`,
    ),
    ...equalNames(ours, sandbox ? sandboxValues(sandbox) : []).map(
      ([name]) => `${name} is one that sandbox mode made for itself: set another`,
    ),
  ];
}

/** The same secret may stand as base64 in one setting and as text in another. */
function spellings({ id, bytes }: EncryptionKey): Named[] {
  const name = `Key ${id} of ENCRYPTION_KEYS`;
  const texts = (["base64", "base64url", "hex"] as const).map((form) => Buffer.from(bytes.toString(form)));
  return [bytes, ...texts].map((value) => ({ name, value }));
}

function sandboxValues({ clientSecret, sessionSecret, encryptionKey }: SandboxSecrets): Named[] {
  const texts = [clientSecret, sessionSecret].map((value) => ({ name: "", value: Buffer.from(value) }));
  return [...texts, ...spellings(encryptionKey)];
}

/** Names of unequal secrets with equal values, each pair once. */
function equalNames(left: readonly Named[], right: readonly Named[]): [string, string][] {
  const pairs = left.flatMap((one, index) =>
    (left === right ? left.slice(index + 1) : right)
      .filter((other) => one.name !== other.name && sameBytes(one.value, other.value))
      .map((other): [string, string] => [one.name, other.name]),
  );
  return [...new Map(pairs.map((pair) => [pair.join("\n"), pair])).values()];
}
