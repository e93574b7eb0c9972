import { address, must } from "./setting-kinds.ts";

/** Whom alarms are mailed to, at most. */
const EMAILS_MAX = 5;
/** What a mail server takes as an address, without a name before it. */
const EMAIL = /^[^\s@<>,]+@[^\s@<>,]+$/;

/** Who is told of what only the operator can mend. */
export const OPERATOR_SETTINGS = {
  OPERATOR_EMAIL: must(
    `an e-mail address, or up to ${EMAILS_MAX} with commas between`,
    (value) => emailsOf(value).length <= EMAILS_MAX && emailsOf(value).every((email) => EMAIL.test(email)),
  ).optional(),
  OPERATOR_WEBHOOK_URL: address(
    "an https address, or http in a network of yours",
    "https:",
    "http:",
  ).optional(),
};

/** Where alarms go. */
export interface OperatorSettings {
  emails: readonly string[];
  webhookUrl: string | null;
}

/** Where alarms go; null when nobody is to be told. Pure. */
export function operatorOf(given: {
  OPERATOR_EMAIL?: string | undefined;
  OPERATOR_WEBHOOK_URL?: string | undefined;
}): OperatorSettings | null {
  const { OPERATOR_EMAIL: emails, OPERATOR_WEBHOOK_URL: webhookUrl = null } = given;
  if (emails === undefined && webhookUrl === null) return null;
  return { emails: emails === undefined ? [] : emailsOf(emails), webhookUrl };
}

const emailsOf = (value: string): string[] => [...new Set(value.split(",").map((email) => email.trim()))];
