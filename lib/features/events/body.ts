import { parseExactly } from "#lib/exact-json.ts";

/** The fields of a body that are looked at; without any where it is no JSON object. Pure. */
export function jsonOf(body: Uint8Array): { data?: unknown; created_at?: unknown } {
  try {
    const parsed = parseExactly(Buffer.from(body).toString("utf8"));
    return typeof parsed === "object" && parsed !== null ? parsed : {};
  } catch {
    return {};
  }
}
