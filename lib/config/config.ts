import { isIP } from "node:net";
import { resolve } from "node:path";
import { z } from "zod";
import { parseKeyRing, type KeyRing } from "#lib/crypto/key-ring.ts";
import { sandboxSecrets } from "#lib/crypto/sandbox-secrets.ts";
import { readAddress } from "./database-address.ts";
import { AppError } from "#lib/errors.ts";
import { FORWARD_SETTINGS, forwardingOf, type Forwarding } from "./forward-settings.ts";
import { METRICS_SETTINGS, metricsOf, type MetricsSettings } from "./metrics-settings.ts";
import { TRACING_SETTINGS, tracingOf, type TracingSettings } from "./tracing-settings.ts";
import { LINK_SETTINGS, linksOf, type Links } from "./link-settings.ts";
import { OPERATOR_SETTINGS, operatorOf, type OperatorSettings } from "./operator-settings.ts";
import { readSecretFiles } from "./secret-files.ts";
import { faultsTogether, type Variables } from "./setting-faults.ts";
import { address, frameSources, must, oneOf, origin, wholeNumber } from "./setting-kinds.ts";

/** Where scripts are kept when nothing else is said; beside the builds. */
export const SCRIPTS_DIR = ".next-builds/scripts";

/** In place of a folder: deliveries are refused while the database is away. */
const NO_SPOOL = "off";

const encryptionKeys = z.string().transform((value, context) => {
  const parsed = parseKeyRing(value);
  if ("ring" in parsed) return parsed.ring;
  for (const message of parsed.faults) context.addIssue({ code: "custom", message });
  return z.NEVER;
});

const Environment = z.object({
  PORT: wholeNumber(1, 65_535).default(3000),
  HOST: must("an IP address or localhost", (value) => value === "localhost" || isIP(value) !== 0).optional(),
  APP_URL: origin.optional(),
  EXCEPTION_URL: origin.optional(),
  SIMULATOR_PORT: wholeNumber(1, 65_535).default(4000),
  DATA_DIR: z.string().min(1).default(".data"),
  SCRIPTS_DIR: z.string().min(1).default(SCRIPTS_DIR),
  SPOOL_DIR: z.string().min(1).default(NO_SPOOL),
  DATABASE_URL: must(
    "an address like postgres://user:password@host:5432/database, with hosts parted by commas where there " +
      "are several, and a target_session_attrs, if any, of any, read-write or primary",
    (value) => readAddress(value) !== null,
  ).optional(),
  ACCEPT_NEWER_DATABASE: z.stringbool({ error: "must be true or false" }).default(false),
  BIGCOMMERCE_CLIENT_ID: z.string().min(1).optional(),
  BIGCOMMERCE_CLIENT_SECRET: z.string().min(1).optional(),
  BIGCOMMERCE_CLIENT_SECRET_PREVIOUS: z.string().min(1).optional(),
  BIGCOMMERCE_APP_ID: must("the app's number in the control panel, in digits", (value) =>
    /^\d{1,10}$/.test(value),
  ).optional(),
  BIGCOMMERCE_LOGIN_URL: origin.optional(),
  BIGCOMMERCE_API_URL: origin.optional(),
  FRAME_ANCESTORS: frameSources.default("https://*.mybigcommerce.com"),
  SESSION_SECRET: z.string().optional(),
  ENCRYPTION_KEYS: encryptionKeys.optional(),
  WORKER: oneOf("inline", "external").default("inline"),
  WORKER_CONCURRENCY: wholeNumber(2, 50).default(10),
  EVENT_RETENTION_DAYS: wholeNumber(1, 3650).default(30),
  STOP_DELAY_SECONDS: wholeNumber(0, 60).default(0),
  LAUNCH_MAX_AGE_SECONDS: wholeNumber(10, 86_400).default(300),
  TRUSTED_PROXY_HOPS: wholeNumber(0, 10).default(0),
  REQUIRE_SIGNATURE: z.stringbool({ error: "must be true or false" }).default(false),
  SMTP_URL: address("a mail server's address, like smtp://user:password@host:587", "smtp:", "smtps:")
    .refine(
      (value) => /^(?:[^%]|%[0-9a-f]{2})*$/i.test(value),
      "must have the user and the password percent-encoded",
    )
    .optional(),
  MAIL_FROM: must(
    "an e-mail address, with or without a name before it",
    (value) => value.length <= 320 && /^[^\r\n]*[^\s@<>]+@[^\s@<>]+>?$/.test(value),
  ).optional(),
  ...OPERATOR_SETTINGS,
  ...FORWARD_SETTINGS,
  ...METRICS_SETTINGS,
  ...TRACING_SETTINGS,
  ...LINK_SETTINGS,
  LOG_LEVEL: oneOf("debug", "info", "warn", "error", "silent").default("info"),
});

/** Names this app reads; used to refuse a misspelt one beside them in `.env`. */
export const SETTING_NAMES: readonly string[] = Object.keys(Environment.shape);

/** Everything the environment decides, parsed once. */
export interface Config {
  port: number;
  /** The address of this machine that the app listens on; undefined is every one. */
  host: string | undefined;
  appUrl: string;
  /** Where BigCommerce tells of deliveries that failed; null when nobody wants to hear of them. */
  exceptionUrl: string | null;
  simulatorPort: number;
  dataDir: string;
  /** Where the scripts of the last builds lie, for pages that are open; one folder for all that run beside each other. */
  scriptsDir: string;
  /** Where deliveries wait on this machine's disk while the database is away; null refuses them then. */
  spoolDir: string | null;
  /** Empty until the embedded database has started, when no server was named. */
  databaseUrl: string | undefined;
  /** Starts on a database that a newer version has changed; for a roll-back. */
  acceptsNewerDatabase: boolean;
  /** Runs against the built-in simulator, because no BigCommerce credentials were given. */
  isSandbox: boolean;
  bigcommerce: {
    clientId: string;
    clientSecret: string;
    /** What BigCommerce may still sign with; null when the secret was not changed lately. We sign nothing with it. */
    previousClientSecret: string | null;
    /** The app's number in control panels, from which its page there follows; null when nobody said it. */
    appId: string | null;
    loginUrl: string;
    apiUrl: string;
  };
  /** Sources of `frame-ancestors`, space separated. */
  frameAncestors: string;
  sessionSecret: string;
  encryptionKeys: KeyRing;
  worker: "inline" | "external";
  /** Jobs that one worker does at once; a third of the places is for what people wait for. */
  workerConcurrency: number;
  eventRetentionDays: number;
  /** Age in seconds after which a launch JWT is refused, though BigCommerce lets it live for a day. */
  launchMaxAgeSeconds: number;
  /** Seconds between the word to stop and the stop, in which balancers learn of it and everything is still served. */
  stopDelaySeconds: number;
  /** How many proxies of ours a request comes through; each appends to `X-Forwarded-For`, which is believed no further. */
  trustedProxyHops: number;
  /** Refuses a delivery whose only proof is the secret header. */
  requiresSignature: boolean;
  /** The mail server that alerts go out by, and whom they come from; null when nobody set one up. */
  mail: { smtpUrl: string; from: string } | null;
  /** Who is told of what only the operator can mend; null when nobody is. */
  operator: OperatorSettings | null;
  /** What requests to addresses that stores name may reach. */
  forwarding: Forwarding;
  /** Who may read the figures of the processes; null when nobody may. */
  metrics: MetricsSettings | null;
  /** Where traces of deliveries go; null when none are made. */
  tracing: TracingSettings | null;
  /** Where the screens send people: to help, and to whoever runs the app. */
  links: Links;
  logLevel: "debug" | "info" | "warn" | "error" | "silent";
  /** Where the build that is served lies, as seen from the project; `lib/builds/own.ts` says which. */
  distDir: string;
}

/** The settings are wrong; `faults` names every one of them. */
export class InvalidSettings extends AppError {
  readonly code = "INVALID_SETTINGS";
  readonly retryable = false;
  readonly faults: readonly string[];

  constructor(faults: readonly string[]) {
    super(`The settings need a look:\n${faults.map((fault) => `  - ${fault}`).join("\n")}`);
    this.faults = faults;
  }
}

/**
 * Reads the settings from environment variables, secrets from the files that those name. An empty variable counts as
 * absent. Pure, save for those files, and that sandbox mode makes its secrets once and keeps them in `DATA_DIR`, readable by
 * their owner alone.
 * @throws {InvalidSettings} naming every fault at once.
 */
export function parseConfig(variables: Variables): Config {
  const { taken, faults, unread } = readSecretFiles(variables);
  const set = { ...variables, ...taken };
  const given = Object.fromEntries(SETTING_NAMES.flatMap((name) => (set[name] ? [[name, set[name]]] : [])));
  const parsed = Environment.safeParse(given);
  if (!parsed.success)
    faults.push(...parsed.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`));

  const isSandbox = !("BIGCOMMERCE_CLIENT_ID" in given) && !("BIGCOMMERCE_CLIENT_SECRET" in given);
  const together = faultsTogether(given, isSandbox);
  faults.push(...together.filter((fault) => !unread.some((name) => fault.includes(name))));
  if (faults.length > 0 || !parsed.success) throw new InvalidSettings(faults);

  const env = parsed.data;
  const appUrl = env.APP_URL ?? `http://localhost:${env.PORT}`;
  const simulatorUrl = `http://127.0.0.1:${env.SIMULATOR_PORT}`;
  const dataDir = resolve(env.DATA_DIR);
  const sandbox = isSandbox ? sandboxSecrets(dataDir) : undefined;
  return {
    port: env.PORT,
    host: env.HOST,
    appUrl,
    exceptionUrl: env.EXCEPTION_URL ?? null,
    simulatorPort: env.SIMULATOR_PORT,
    dataDir,
    scriptsDir: resolve(env.SCRIPTS_DIR),
    spoolDir: env.SPOOL_DIR === NO_SPOOL ? null : resolve(env.SPOOL_DIR),
    databaseUrl: env.DATABASE_URL,
    acceptsNewerDatabase: env.ACCEPT_NEWER_DATABASE,
    isSandbox,
    bigcommerce: {
      clientId: env.BIGCOMMERCE_CLIENT_ID ?? sandbox?.clientId ?? "",
      clientSecret: env.BIGCOMMERCE_CLIENT_SECRET ?? sandbox?.clientSecret ?? "",
      previousClientSecret: env.BIGCOMMERCE_CLIENT_SECRET_PREVIOUS ?? null,
      appId: env.BIGCOMMERCE_APP_ID ?? null,
      loginUrl: env.BIGCOMMERCE_LOGIN_URL ?? (isSandbox ? simulatorUrl : "https://login.bigcommerce.com"),
      apiUrl: env.BIGCOMMERCE_API_URL ?? (isSandbox ? simulatorUrl : "https://api.bigcommerce.com"),
    },
    frameAncestors: isSandbox ? `${env.FRAME_ANCESTORS} ${simulatorUrl}` : env.FRAME_ANCESTORS,
    sessionSecret: env.SESSION_SECRET ?? sandbox?.sessionSecret ?? "",
    encryptionKeys: ringOf(env.ENCRYPTION_KEYS, sandbox),
    worker: env.WORKER,
    workerConcurrency: env.WORKER_CONCURRENCY,
    eventRetentionDays: env.EVENT_RETENTION_DAYS,
    launchMaxAgeSeconds: env.LAUNCH_MAX_AGE_SECONDS,
    stopDelaySeconds: env.STOP_DELAY_SECONDS,
    trustedProxyHops: env.TRUSTED_PROXY_HOPS,
    requiresSignature: env.REQUIRE_SIGNATURE,
    mail: env.SMTP_URL && env.MAIL_FROM ? { smtpUrl: env.SMTP_URL, from: env.MAIL_FROM } : null,
    operator: operatorOf(env),
    forwarding: forwardingOf(env, isSandbox),
    metrics: metricsOf(env),
    tracing: tracingOf(env),
    links: linksOf(env, appUrl),
    logLevel: env.LOG_LEVEL,
    distDir: variables.NEXT_DIST_DIR || ".next",
  };
}

function ringOf(given: KeyRing | undefined, sandbox: { encryptionKey: KeyRing[0] } | undefined): KeyRing {
  if (given) return given;
  if (!sandbox) throw new InvalidSettings(["ENCRYPTION_KEYS is required outside sandbox mode"]);
  return [sandbox.encryptionKey];
}

let current: Config | undefined;

/**
 * The settings of this process, read from its environment at the first call. Secrets of files are put there, so that they
 * are read once.
 * @throws {InvalidSettings} naming every fault at once.
 */
export function config(): Config {
  if (!current) Object.assign(process.env, readSecretFiles(process.env).taken);
  current ??= parseConfig(process.env);
  return current;
}
