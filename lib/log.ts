import pino from "pino";
import { config } from "./config.ts";

/** Keys whose values never reach the log, at the depths at which we log objects. */
const SECRET_KEYS = [
  "accessToken",
  "access_token",
  "authorization",
  "clientSecret",
  "client_secret",
  "code",
  "cookie",
  "email",
  "headers",
  "jwt",
  "payload",
  "body",
  "password",
  "secret",
  "signed_payload_jwt",
  "ticket",
  "token",
  "x-auth-token",
];

/**
 * The only logger. It writes JSON lines to standard output and hides values that stand under a name that a secret
 * or personal data goes by, so that logging a whole object by mistake gives nothing away.
 */
export const log = pino({
  level: config().logLevel,
  redact: {
    paths: SECRET_KEYS.flatMap((key) => [`["${key}"]`, `*["${key}"]`, `*.*["${key}"]`]),
    censor: "[hidden]",
  },
});
