import { z } from "zod";
import { SEVERITIES } from "./values/verdicts.ts";
import { Remedy } from "./subscriptions.ts";
import { emailsFault, webhookUrlFault, WEBHOOK_URL_LENGTH_MAX } from "./values/alert-faults.ts";
import { ALERT_CAUSES, ALERT_CHANNELS, ALERT_EMAILS_MAX, TODO_CAUSES } from "#lib/contract/values/alerts.ts";

export const AlertCauseName = z.enum(ALERT_CAUSES);
export const AlertChannelName = z.enum(ALERT_CHANNELS);

/** Something that is wrong now: one for each cause, however many webhooks it concerns. */
export const AlertView = z.object({
  /** Of the alert about it; null where there is none, or none yet. */
  id: z.string().nullable(),
  cause: z.enum(TODO_CAUSES),
  severity: z.enum(SEVERITIES),
  /** What is wrong, without a full stop, and what it means or what helps. */
  sentence: z.string(),
  help: z.string(),
  /** The webhooks that it concerns, each with what mends it; none when it is the whole store. */
  webhooks: z.array(z.object({ scope: z.string(), title: z.string(), remedy: Remedy.nullable() })),
  /** The destinations that it concerns, by name; none when it is about webhooks. */
  destinations: z.array(z.object({ id: z.string(), name: z.string() })),
  /** When it ends by itself; absent when it does not, or nobody knows. */
  until: z.iso.datetime().optional(),
  openedAt: z.iso.datetime().nullable(),
  acknowledgedAt: z.iso.datetime().nullable(),
  /** E-mail address of who did. */
  acknowledgedBy: z.string().nullable(),
});
export type AlertView = z.infer<typeof AlertView>;

/** `GET /s/{storeHash}/api/alerts`: what is wrong now, the worst first. */
export const AlertList = z.object({
  alerts: z.array(AlertView),
  /** How many of them need somebody, and nobody has seen. */
  unseen: z.number().int(),
});
export type AlertList = z.infer<typeof AlertList>;

/** `POST /s/{storeHash}/api/alerts/acknowledge` */
export const AlertAcknowledgement = z.object({ id: z.string().regex(/^\d{1,18}$/) });
export type AlertAcknowledgement = z.infer<typeof AlertAcknowledgement>;

/** What became of the last message to one recipient. */
export const AlertDelivery = z.object({
  channel: AlertChannelName,
  /** E-mail address; of a webhook its origin alone, because a path may be a secret. */
  recipient: z.string(),
  kind: z.enum(["alert", "reminder", "recovery", "test"]),
  at: z.iso.datetime(),
  /** `waiting` may have been tried already. */
  outcome: z.enum(["waiting", "delivered", "refused", "failed"]),
  attempts: z.number().int(),
  /** What the other side answered last; null when it did not. */
  status: z.number().int().nullable(),
  /** Why it did not arrive, as a code. */
  failure: z.string().nullable(),
});
export type AlertDelivery = z.infer<typeof AlertDelivery>;

/** `GET /s/{storeHash}/api/alerts/settings` */
export const AlertSettingsView = z.object({
  emails: z.array(z.string()),
  /** The whole address for the owner, its origin for others. */
  webhookUrl: z.string().nullable(),
  mutedCauses: z.array(AlertCauseName),
  /** Whether whoever runs the app has set up a mail server. */
  isMailSetUp: z.boolean(),
  /** Whether the app runs against the simulator, where a webhook may be on this machine. */
  isSandbox: z.boolean(),
  /** The last message to each present recipient. */
  deliveries: z.array(AlertDelivery),
});
export type AlertSettingsView = z.infer<typeof AlertSettingsView>;

const Emails = z
  .array(z.string())
  .max(ALERT_EMAILS_MAX)
  .refine((emails) => emailsFault(emails) === null, "must be e-mail addresses");

/** Shape of `PUT /s/{storeHash}/api/alerts/settings`. @param isSandbox Allows a webhook on this machine. */
export const alertSettingsChange = (isSandbox: boolean) =>
  z.object({
    emails: Emails,
    webhookUrl: z
      .string()
      .max(WEBHOOK_URL_LENGTH_MAX)
      .refine((url) => webhookUrlFault(url, isSandbox) === null, "must be a public https address")
      .nullable(),
    mutedCauses: z.array(AlertCauseName).max(ALERT_CAUSES.length),
  });
export type AlertSettingsChange = z.infer<ReturnType<typeof alertSettingsChange>>;

/** Answer to a change of the settings; the secret of the webhook is in it once, when it was just made. */
export const AlertSettingsSaved = z.object({ settings: AlertSettingsView, secret: z.string().nullable() });
export type AlertSettingsSaved = z.infer<typeof AlertSettingsSaved>;

/** `POST /s/{storeHash}/api/alerts/secret`: the new secret, shown this once. */
export const AlertSecret = z.object({ secret: z.string() });
export type AlertSecret = z.infer<typeof AlertSecret>;

/** `POST /s/{storeHash}/api/alerts/test` */
export const AlertTest = z.object({ channel: AlertChannelName });
export const AlertTestResult = z.object({ deliveries: z.array(AlertDelivery) });
export type AlertTestResult = z.infer<typeof AlertTestResult>;

/** `GET /s/{storeHash}/api/alerts/notices`: where BigCommerce itself writes to, as it says. */
export const BigCommerceNoticeAddresses = z.object({ emails: z.array(z.string()) });
export type BigCommerceNoticeAddresses = z.infer<typeof BigCommerceNoticeAddresses>;

/** `PUT /s/{storeHash}/api/alerts/notices` */
export const BigCommerceNoticeAddressesChange = z.object({ emails: Emails });
