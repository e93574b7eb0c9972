import { z } from "zod";
import { ACTIVITY_KINDS, isActor } from "./values/activity.ts";

/** What was done. A closed set. */
export const AuditAction = z.enum([
  "subscription_wanted",
  "subscription_unwanted",
  "hook_created",
  "hook_updated",
  "hook_switched_on",
  "hook_renewed",
  "told_only",
  "mended_again",
  "hook_removed",
  "secret_renewal_begun",
  "secret_renewal_ended",
  "alerts_changed",
  "alert_secret_renewed",
  "alert_acknowledged",
  "notices_changed",
  "reading_on",
  "reading_off",
  "extensions_on",
  "extensions_off",
  "test_event_sent",
  "everybody_signed_out",
  "app_installed",
  "app_accepted",
  "install_incomplete",
  "app_uninstalled",
  "person_removed",
  "personal_data_shown",
  "personal_data_hidden",
  "staff_changes_allowed",
  "staff_changes_forbidden",
  "retention_changed",
  "data_erased",
  "data_erased_again",
  "store_purged",
  "destination_made",
  "destination_changed",
  "destination_removed",
  "destination_turned_on",
  "destination_turned_off",
  "destination_secret_renewed",
  "deliveries_sent_again",
  "deliveries_dismissed",
]);
export type AuditAction = z.infer<typeof AuditAction>;

/** What an action found or left: what is wanted, a hook without its secrets, a person's access, or a destination. */
export const AuditState = z.object({
  isWanted: z.boolean().optional(),
  isActive: z.boolean().optional(),
  destination: z.string().optional(),
  hasRightSecret: z.boolean().optional(),
  /** E-mail address of who has access. */
  person: z.string().optional(),
  /** Name of a destination. */
  name: z.string().optional(),
  /** Whom something is told, in words; kept as a sentence of `lib/contract/sentences.ts`. */
  told: z.string().optional(),
  /** Days that events are kept. */
  keptDays: z.number().int().optional(),
});
export type AuditState = z.infer<typeof AuditState>;

export const AuditEntryView = z.object({
  id: z.string(),
  at: z.iso.datetime(),
  /** Null when the app did it by itself. */
  actor: z.object({ userId: z.string(), email: z.string() }).nullable(),
  action: AuditAction,
  scope: z.string().nullable(),
  hookId: z.string().nullable(),
  /** Null where there was nothing, or nothing to tell. */
  before: AuditState.nullable(),
  after: AuditState.nullable(),
  /** One sentence; null when a person simply wanted it. */
  reason: z.string().nullable(),
  isRefused: z.boolean(),
  /** HTTP status that BigCommerce answered; null when it was not asked or did not answer. */
  status: z.number().int().nullable(),
  /** Code of the refusal, and a sentence about it. */
  code: z.string().nullable(),
  sentence: z.string().nullable(),
});
export type AuditEntryView = z.infer<typeof AuditEntryView>;

/** Entries of a page, unless the request names another number. */
export const AUDIT_PAGE_SIZE_DEFAULT = 20;
/** Most entries that a page may have. */
export const AUDIT_PAGE_SIZE_MAX = 200;

/** Query of `GET /s/{storeHash}/api/audit`; as `csv` it answers everything at once, whatever the page. */
export const AuditQuery = z.object({
  scope: z.string().min(1).max(200).optional(),
  /** `keeper`, or a person's id at BigCommerce. */
  who: z.string().refine(isActor).optional(),
  kind: z.enum(ACTIVITY_KINDS).optional(),
  /** The id of a destination. */
  destination: z.string().min(1).max(100).optional(),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(AUDIT_PAGE_SIZE_MAX).default(AUDIT_PAGE_SIZE_DEFAULT),
  format: z.enum(["json", "csv"]).default("json"),
});
export type AuditQuery = z.infer<typeof AuditQuery>;
/** Which entries are asked for. */
export type AuditFilter = Partial<Pick<AuditQuery, "scope" | "who" | "kind" | "destination">>;

export const AuditPage = z.object({ entries: z.array(AuditEntryView), nextCursor: z.string().nullable() });
export type AuditPage = z.infer<typeof AuditPage>;
