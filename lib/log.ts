import pino from "pino";
import { config } from "./config.ts";
import { discreet } from "./redact.ts";

const { logLevel, bigcommerce, sessionSecret, encryptionKeys, mail } = config();
const mailPassword = decodeURIComponent(new URL(mail?.smtpUrl ?? "smtp://none").password);

/** What must not stand in the log whatever it is called there. */
const OWN_SECRETS = [
  bigcommerce.clientSecret,
  ...(bigcommerce.previousClientSecret === null ? [] : [bigcommerce.previousClientSecret]),
  sessionSecret,
  ...(mailPassword === "" ? [] : [mailPassword]),
  ...encryptionKeys.map(({ bytes }) => bytes.toString("base64")),
];

/**
 * The only logger. It writes JSON lines to standard output. Logging a whole object or error by mistake gives nothing
 * away: names of secrets are hidden at every depth, errors are cut down to what happened and where, things such as
 * requests are named and not shown, and whatever is shaped like a secret is hidden in the finished line once more.
 */
export const log = pino({ level: logLevel, ...discreet(OWN_SECRETS) });
