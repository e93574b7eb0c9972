import {
  AuditAction,
  AuditState,
  type AuditEntryView,
  type AuditFilter,
  type AuditPage,
} from "#lib/contract/audit.ts";
import { AppError } from "#lib/errors.ts";
import type { StoreHash } from "#lib/ids.ts";
import { sentenceOf } from "#lib/messages/sentences.ts";
import { reasonHere, toldHere } from "#lib/messages/here.ts";
import { auditCursorText, parseAuditCursor } from "./cursor.ts";
import { type AuditRow, dropAuditEntries, listAuditEntries } from "./records.ts";
import { DAY_MS } from "#lib/time.ts";

/** Days after which an entry is dropped: a year. */
export const AUDIT_RETENTION_DAYS = 365;
/** Entries that an export reads at once. */
const EXPORT_BATCH = 500;

/** A cursor that none of our pages ended with. */
export class InvalidAuditCursor extends AppError {
  readonly code = "INVALID_INPUT";
  readonly retryable = false;
}

/**
 * A page of a store's audit log, the newest entry first, with the cursor of the next page, which is null at the end.
 * @param query Only entries about its scope, of its person or the keeper, of its kind; all without.
 * @throws {InvalidAuditCursor}
 */
export async function auditPage(
  store: StoreHash,
  { cursor, limit, ...filter }: AuditFilter & { cursor?: string | undefined; limit: number },
): Promise<AuditPage> {
  const after = cursor === undefined ? null : parseAuditCursor(cursor);
  if (cursor !== undefined && !after) throw new InvalidAuditCursor("the cursor is none of ours");
  // One row more than asked tells whether there is another page.
  const rows = await listAuditEntries(store, filter, { after, limit: limit + 1 });
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return { entries: rows.slice(0, limit).map(entryView), nextCursor: last ? auditCursorText(last) : null };
}

/**
 * All entries of a store, or those that are asked for, the newest first; read as they are taken.
 * @param isStillAllowed Asked before each further reading; the rest is left out once it says no.
 */
export async function* auditEntries(
  store: StoreHash,
  filter: AuditFilter,
  isStillAllowed: () => Promise<boolean>,
): AsyncGenerator<AuditEntryView> {
  let cursor: string | null | undefined;
  do {
    const page: AuditPage = await auditPage(store, {
      ...filter,
      limit: EXPORT_BATCH,
      ...(cursor ? { cursor } : {}),
    });
    yield* page.entries;
    cursor = page.nextCursor;
  } while (cursor !== null && (await isStillAllowed()));
}

/** Drops what is older than a year, of all stores. Repeatable. */
export function forgetOldEntries(now: Date): Promise<void> {
  return dropAuditEntries(new Date(now.getTime() - AUDIT_RETENTION_DAYS * DAY_MS));
}

function entryView(row: AuditRow): AuditEntryView {
  const { actorUserId, actorEmail, code } = row;
  return {
    id: String(row.id),
    at: row.at.toISOString(),
    actor:
      actorUserId !== null && actorEmail !== null ? { userId: String(actorUserId), email: actorEmail } : null,
    action: AuditAction.parse(row.action),
    scope: row.scope,
    hookId: row.hookId === null ? null : String(row.hookId),
    before: stateView(row.stateBefore),
    after: stateView(row.stateAfter),
    reason: row.reason === null ? null : reasonHere(row.reason),
    isRefused: row.isRefused,
    status: row.status,
    code,
    sentence: code === null ? null : sentenceOf(code),
  };
}

function stateView(stored: unknown): AuditState | null {
  const state = AuditState.nullable().parse(stored);
  return state?.told === undefined ? state : { ...state, told: toldHere(state.told) };
}
