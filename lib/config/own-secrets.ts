import type { Config } from "./config.ts";

/** What must stand in no log and no report, whatever it is called there: secrets of this process, as they are used. Pure. */
export function secretsOf(settings: Config): string[] {
  const { bigcommerce, sessionSecret, encryptionKeys, mail, operator, metrics } = settings;
  const mailPassword = decodeURIComponent(new URL(mail?.smtpUrl ?? "smtp://none").password);
  return [
    bigcommerce.clientSecret,
    bigcommerce.previousClientSecret ?? "",
    sessionSecret,
    mailPassword,
    operator?.webhookUrl ?? "",
    metrics?.token ?? "",
    ...encryptionKeys.map(({ bytes }) => bytes.toString("base64")),
  ].filter((secret) => secret !== "");
}
