import type { EmailsFault, WebhookUrlFault } from "#lib/contract/values/alert-faults.ts";
import type { AlertDelivery } from "#lib/contract/alerts.ts";
import type { AlertCause, AlertCauseGroup, AlertChannel } from "#lib/contract/values/alerts.ts";
import { counted } from "./plural.ts";

export const area = "alerts";

/** Texts of alerts: on Overview, and in Settings. */
export const ALERTS = {
  title: "Alerts",
  text: "Get a message when webhooks stop working, and another when they work again.",
  slow: "Loading alert settings is taking longer than usual.",
  emails: "Email addresses",
  emailsHelp: "Up to 10 addresses, one per line",
  noMail: "Email alerts aren't available.",
  webhook: "Alert webhook URL",
  webhookHelp: "We send a signed POST request (Standard Webhooks).",
  singleCauses: "Choose single causes",
  causes: "Alert me about",
  unsaved: "You have unsaved changes.",
  saveAlerts: "Save alerts",
  saving: "Saving…",
  saved: "Alerts saved",
  notSaved: "Couldn't save alert settings",
  nobody: "Nobody",

  testEmail: "Send test email",
  testWebhook: "Send test request",
  testing: "Sending…",
  testFailed: "Couldn't send the test",
  saveFirst: "Save your changes to send a test.",
  last: "Last messages",
  renew: "Renew secret",
  renewQuestion: "Renew the secret?",
  renewText:
    "Both secrets work for 24 hours so you can update your receiver. Then the old one stops working.",
  renewFailed: "Couldn't renew the secret",
  secret: "Signing secret",
  secretOnce: "Copy it now. You won't see it again.",
  copySecret: "Copy secret",

  notices: "BigCommerce emails",
  noticesText: "BigCommerce emails these addresses when it turns off a webhook or pauses deliveries.",
  noticesSlow: "Loading the addresses is taking longer than usual.",
  noticesSave: "Save addresses",
  noticesSaved: "Addresses saved",
  noticesNotSaved: "Couldn't save the addresses",
};

/** Each cause as something that one can be told about. */
export const CAUSE_NAMES: Readonly<Record<AlertCause, string>> = {
  off_by_bigcommerce: "Turned off at BigCommerce",
  missing: "Missing at BigCommerce",
  wrong_address: "Wrong address",
  wrong_secret: "Wrong secret",
  no_secret: "Missing secret",
  doubled: "Duplicate webhooks",
  over_limit: "Webhook limit reached",
  blocked: "Deliveries paused by BigCommerce",
  going_quiet: "No event for 75 days",
  needs_reauthorisation: "App needs reauthorization",
  unreachable: "Webhooks not checked for 2 hours",
  refusing: "Events we couldn't accept",
  destination_ill: "Destination not taking events",
  destination_off: "Destination turned off",
  deliveries_failed: "Events that didn't arrive",
};

/** Causes in three groups, each with what it means for the store. */
export const CAUSE_GROUPS: Readonly<Record<AlertCauseGroup, { name: string; text: string }>> = {
  stopped: { name: "Webhooks stopped", text: "You're missing events." },
  needsYou: { name: "Something needs you", text: "Keeper can't fix it without you." },
  destinations: { name: "Destinations", text: "Events wait, or didn't arrive at another system." },
  warnings: { name: "Warnings", text: "Something isn't right, but you may not be missing events." },
};

/** What is wrong with e-mail addresses, and what to do. */
export function emailsFaultText(fault: EmailsFault): string {
  return fault.code === "too_many"
    ? "Enter up to 10 addresses. For more people, use a group address."
    : `${fault.email} is not an email address.`;
}

const URL_FAULTS: Readonly<Record<WebhookUrlFault, string>> = {
  not_an_address: "Enter a URL that starts with https://",
  not_https: "Enter a URL that starts with https://",
  has_password: "Remove the password from the URL. Put a key in the path instead.",
  not_public: "Enter an address on the public internet.",
  too_long: "Enter at most 1,000 characters.",
};

/** What is wrong with the address of a webhook, and what to do. */
export function urlFaultText(fault: WebhookUrlFault): string {
  return URL_FAULTS[fault];
}

const FAILURES: Readonly<Record<string, string>> = {
  RECEIVER_REDIRECTS: "the address leads to another one. Enter that one",
  RECEIVER_REFUSED: "the receiver rejected it",
  RECEIVER_FAILED: "the receiver failed",
  RECEIVER_TOO_SLOW: "the receiver did not answer within 5 seconds",
  RECEIVER_UNREACHABLE: "the receiver is out of reach",
  PRIVATE_ADDRESS: "the address isn't on the public internet",
  OWN_ADDRESS: "the address is Keeper's own",
  LITERAL_ADDRESS: "the address is a number. Enter a name",
  NOT_HTTPS: "the address has to start with https://",
  PORT_NOT_ALLOWED: "this port isn't allowed",
  HAS_PASSWORD: "the address contains a password",
  NOT_AN_ADDRESS: "this isn't an address",
  MAIL_REFUSED: "the mail server refuses this address",
  MAIL_PUT_OFF: "the mail server asked us to wait",
  MAIL_SERVER_REFUSES_US: "the mail server rejects our emails. Contact support",
  MAIL_SERVER_UNREACHABLE: "the mail server is out of reach",
  MAIL_NOT_SET_UP: "email alerts aren't available",
  RECIPIENT_GONE: "the address was removed",
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
    return `${what} not delivered after ${counted(attempts, "try", "tries")}, trying again${why}`;
  }
  return `${what} ${outcome === "refused" ? "refused" : "not delivered"}${why}`;
}

/** What the test button of a channel says. */
export function testLabel(channel: AlertChannel): string {
  return channel === "email" ? ALERTS.testEmail : ALERTS.testWebhook;
}
