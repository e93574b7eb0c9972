/** Where a page of the audit log ends. */
export interface AuditCursor {
  at: Date;
  id: bigint;
}

/** A page's opaque cursor. Pure. */
export function auditCursorText({ at, id }: AuditCursor): string {
  return Buffer.from(`${at.getTime()}.${id}`).toString("base64url");
}

/** The cursor behind its text; null for text that never was one. Pure. */
export function parseAuditCursor(text: string): AuditCursor | null {
  const [, time, id] = /^(\d{1,15})\.(\d{1,18})$/.exec(Buffer.from(text, "base64url").toString()) ?? [];
  return time !== undefined && id !== undefined ? { at: new Date(Number(time)), id: BigInt(id) } : null;
}
