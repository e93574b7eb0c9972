import { randomBytes } from "node:crypto";
import type { AuditState } from "#lib/contract/audit.ts";
import { requireOwner, type Access } from "#lib/access.ts";
import { config } from "#lib/config/config.ts";
import type {
  AlertDelivery,
  AlertSettingsChange,
  AlertSettingsSaved,
  AlertSettingsView,
} from "#lib/contract/alerts.ts";
import { ALERT_CAUSES, type AlertChannel } from "#lib/contract/values/alerts.ts";
import { AppError } from "#lib/errors.ts";
import { storedSentence } from "#lib/messages/stored-sentences.ts";
import { lastMessages, makeTest } from "./messages.records.ts";
import { sendTest } from "./send.ts";
import { originOf, recipientsOf } from "./recipients.ts";
import { deliveryView } from "./view.ts";
import {
  alertSettingsOf,
  saveAlertSecret,
  saveAlertSettings,
  type AlertSettings,
} from "./settings.records.ts";

/** Bytes of a webhook's key. Source: Standard Webhooks 1.0.0, symmetric signatures (24 to 64). */
const SECRET_BYTES = 32;

/** There is no webhook whose secret could be renewed. */
export class NoWebhook extends AppError {
  readonly code = "NOT_FOUND";
  readonly retryable = false;
}

/** Whom a store's alerts go to, and what became of the last message to each. The webhook's path is the owner's alone. */
export async function readAlertSettings({ storeHash, isOwner }: Access): Promise<AlertSettingsView> {
  const settings = await alertSettingsOf(storeHash);
  const { mail, isSandbox } = config();
  const present = new Set(
    recipientsOf(settings, true).map(({ channel, recipient }) => `${channel} ${recipient}`),
  );
  const messages = await lastMessages(storeHash);
  const { webhookUrl } = settings;
  return {
    emails: [...settings.emails],
    webhookUrl: webhookUrl === null || isOwner ? webhookUrl : originOf(webhookUrl),
    mutedCauses: ALERT_CAUSES.filter((cause) => settings.mutedCauses.includes(cause)),
    isMailSetUp: mail !== null,
    isSandbox,
    deliveries: messages
      .filter(({ channel, recipient }) => present.has(`${channel} ${recipient}`))
      .map(deliveryView),
  };
}

/**
 * Changes whom alerts go to. A first webhook gets a secret, which is answered this once. Repeatable.
 * @throws {OwnerOnly}
 */
export async function changeAlertSettings(
  access: Access,
  settings: AlertSettingsChange,
  now: Date,
): Promise<AlertSettingsSaved> {
  requireOwner(access, TO_CHANGE);
  const newSecret = makeSecret();
  const change = {
    settings,
    newSecret,
    by: access,
    entryOf: (before: AlertSettings) => entryOf(before, settings),
  };
  const isTaken = await saveAlertSettings(access.storeHash, change, now);
  return { settings: await readAlertSettings(access), secret: isTaken ? newSecret : null };
}

/**
 * Makes another secret for the webhook; the one before signs nothing from now on.
 * @throws {OwnerOnly | NoWebhook}
 */
export async function renewAlertSecret(access: Access, now: Date): Promise<string> {
  requireOwner(access, TO_CHANGE);
  const secret = makeSecret();
  if (!(await saveAlertSecret(access.storeHash, secret, access, now)))
    throw new NoWebhook("the store has no webhook for alerts");
  return secret;
}

/**
 * Sends a test by one channel to everyone whom it reaches, and waits for what comes of it.
 * @throws {OwnerOnly}
 */
export async function testAlerts(access: Access, channel: AlertChannel, now: Date): Promise<AlertDelivery[]> {
  requireOwner(access, TO_CHANGE);
  const settings = await alertSettingsOf(access.storeHash);
  const recipients = recipientsOf(settings, true).filter((each) => each.channel === channel);
  return Promise.all(
    recipients.map(async (recipient) => {
      const message = await makeTest(access.storeHash, recipient, now);
      const note = await sendTest(message, now);
      return deliveryView({ ...message, ...note, attempts: 1, triedAt: now });
    }),
  );
}

/** Ends what the log says of a person who may not. */
const TO_CHANGE = "to change whom alerts go to";

const makeSecret = () => `whsec_${randomBytes(SECRET_BYTES).toString("base64")}`;

function entryOf(before: AlertSettings, after: AlertSettings) {
  const states: { before: AuditState; after: AuditState } = {
    before: { told: toldBy(before) },
    after: { told: toldBy(after) },
  };
  const isSame = states.before.told === states.after.told && before.webhookUrl === after.webhookUrl;
  return isSame ? null : { action: "alerts_changed" as const, ...states };
}

/** Whom alerts reach, for the audit log: of a webhook its origin alone. */
function toldBy(settings: AlertSettings): string {
  const recipients = recipientsOf(settings, true).map(({ recipient }) => recipient);
  return storedSentence({ code: "told", params: { recipients, mutedCauses: [...settings.mutedCauses] } });
}
