import type { EmailsFault, WebhookUrlFault } from "#lib/contract/values/alert-faults.ts";
import type { AlertDelivery } from "#lib/contract/alerts.ts";
import type { AlertCause, AlertChannel } from "#lib/contract/values/alerts.ts";
import { counted } from "./plural.ts";

export const area = "alerts";

/** Texts of alerts: on Overview, and in Settings. */
export const ALERTS = {
  open: "Open alerts",
  openText: "What is wrong now. An alert goes away by itself once all is well.",
  opened: "Opened",
  acknowledge: "Acknowledge",
  acknowledging: "Acknowledging…",
  acknowledgeName: (sentence: string) => `Acknowledge: ${sentence}`,
  acknowledged: (who: string) => `Acknowledged by ${who}`,
  notAcknowledged: "The alert was not acknowledged.",
  more: (count: number) => `and ${count} more`,

  title: "Alerts",
  text: "Who hears of it when webhooks stop working: once for each cause, and again when all is well.",
  slow: "The alert settings take longer than usual to load.",
  ownerOnly: "Only the store owner can change alerts.",
  emails: "Email addresses",
  emailsHelp: "One address a line, 10 at most.",
  noMail: "Email is not set up by whoever runs this app.",
  webhook: "Signed request to",
  webhookHelp: "An https address that takes a POST, signed by Standard Webhooks.",
  causes: "Tell about",
  unsaved: "Changes are not saved yet.",
  saveAlerts: "Save alerts",
  saving: "Saving…",
  saved: "Alerts are saved",
  notSaved: "Alerts were not saved",
  nobody: "Nobody",

  testEmail: "Send test email",
  testWebhook: "Send test request",
  testing: "Sending…",
  testFailed: "The test was not sent",
  saveFirst: "Save to send a test.",
  last: "Last messages",
  renew: "Renew secret",
  renewQuestion: "Renew the secret?",
  renewText:
    "Requests are signed with both secrets for a day, so that the receiver can change. Then the old one ends.",
  renewFailed: "The secret was not renewed",
  secret: "Secret of the signed requests",
  secretOnce: "Copy it now: it is not shown again.",
  copySecret: "Copy secret",

  notices: "Notices by BigCommerce",
  noticesText:
    "BigCommerce itself writes to these addresses when it switches a webhook of this app off or pauses deliveries.",
  noticesSlow: "BigCommerce takes longer than usual to tell the addresses.",
  noticesSave: "Save addresses",
  noticesSaved: "BigCommerce has the addresses",
  noticesNotSaved: "BigCommerce did not get the addresses",
};

/** Each cause as something that one can be told about. */
export const CAUSE_NAMES: Readonly<Record<AlertCause, string>> = {
  off_by_bigcommerce: "Webhooks switched off by BigCommerce",
  missing: "Webhooks missing at BigCommerce",
  wrong_address: "Webhooks that deliver elsewhere",
  wrong_secret: "Webhooks without the agreed secret",
  doubled: "Webhooks that exist twice",
  over_limit: "Webhooks beyond BigCommerce's limit",
  blocked: "Deliveries paused by BigCommerce",
  going_quiet: "Webhooks without an event for 75 days",
  needs_reauthorisation: "The store has to accept the app again",
  unreachable: "BigCommerce silent for two hours",
  refusing: "Deliveries refused by this app",
};

/** What is wrong with e-mail addresses, and what to do. */
export function emailsFaultText(fault: EmailsFault): string {
  return fault.code === "too_many"
    ? "These are more than 10 addresses. Use a mailing list for more."
    : `${fault.email} is not an email address.`;
}

const URL_FAULTS: Readonly<Record<WebhookUrlFault, string>> = {
  not_an_address: "This is not an address. It starts with https://.",
  not_https: "Alerts go to https addresses only.",
  has_password: "An address with a password in it can be read by others. Use a key in its path instead.",
  not_public: "This address is not on the public Internet.",
  too_long: "This address is longer than 1,000 characters.",
};

/** What is wrong with the address of a webhook, and what to do. */
export function urlFaultText(fault: WebhookUrlFault): string {
  return URL_FAULTS[fault];
}

const FAILURES: Readonly<Record<string, string>> = {
  RECEIVER_REDIRECTS: "the address leads to another one. Enter that one",
  RECEIVER_REFUSED: "the receiver does not take it",
  RECEIVER_FAILED: "the receiver failed",
  RECEIVER_TOO_SLOW: "the receiver did not answer within 5 seconds",
  RECEIVER_UNREACHABLE: "the receiver is out of reach",
  PRIVATE_ADDRESS: "the address is not on the public Internet",
  MAIL_REFUSED: "the mail server refuses this address",
  MAIL_PUT_OFF: "the mail server put it off",
  MAIL_SERVER_REFUSES_US: "the mail server refuses this app. Tell whoever runs it",
  MAIL_SERVER_UNREACHABLE: "the mail server is out of reach",
  MAIL_NOT_SET_UP: "email is not set up by whoever runs this app",
  RECIPIENT_GONE: "the address was taken out meanwhile",
};

const KINDS: Readonly<Record<AlertDelivery["kind"], string>> = {
  alert: "Alert",
  reminder: "Reminder",
  recovery: "All is well",
  test: "Test",
};

/** What became of a message: "Test to ana@example.com delivered". */
export function deliveryText({ kind, recipient, outcome, status, failure, attempts }: AlertDelivery): string {
  const what = `${KINDS[kind]} to ${recipient}`;
  if (outcome === "delivered") return `${what} delivered`;
  const answer = status === null ? "" : ` (${status})`;
  const why = failure === null ? "" : `: ${FAILURES[failure] ?? "it did not arrive"}${answer}`;
  if (outcome === "waiting") {
    if (attempts === 0) return `${what} is on its way`;
    return `${what} not delivered after ${counted(attempts, "try", "tries")}, goes on${why}`;
  }
  return `${what} ${outcome === "refused" ? "refused" : "not delivered"}${why}`;
}

/** What the test button of a channel says. */
export function testLabel(channel: AlertChannel): string {
  return channel === "email" ? ALERTS.testEmail : ALERTS.testWebhook;
}
