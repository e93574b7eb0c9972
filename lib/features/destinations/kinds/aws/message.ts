import { createHash } from "node:crypto";
import type { DeliveryBody, Parcel } from "#lib/features/destinations/kinds/kind.ts";

/** What a message says beside its text. Source: SQS Developer Guide, quotas related to messages. */
const ATTRIBUTES_MAX = 10;
const ID_CHARS_MAX = 128;
/** What no text of AWS's holds. Source: the same page, message content. */
const NOT_TEXT = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;

/** A body as the text of a message, and what is told beside it: bytes that are no text are base64, and that is said. Pure. */
export function messageOf({ body, told }: Pick<Parcel, "body" | "told">): {
  text: string;
  attributes: Record<string, { DataType: "String"; StringValue: string }>;
} {
  const text = textOf(body);
  const all = {
    ...(text === null && { "content-transfer-encoding": "base64" }),
    ...told,
  };
  const kept = Object.entries(all).filter(([, value]) => value !== "");
  return {
    text: text ?? Buffer.from(body.bytes).toString("base64"),
    attributes: Object.fromEntries(
      kept
        .slice(0, ATTRIBUTES_MAX)
        .map(([name, value]) => [name, { DataType: "String", StringValue: value }]),
    ),
  };
}

function textOf({ bytes }: DeliveryBody): string | null {
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    return NOT_TEXT.test(text) ? null : text;
  } catch {
    return null;
  }
}

/**
 * What a queue or a topic keeps order by, and knows a copy by: each thing has an order of its own, unless the destination's
 * is strict. Pure. Source: SQS API Reference, SendMessage (letters, digits and punctuation).
 */
export function fifoOf({
  destination: { storeHash, settings },
  event: { id, scope, thing },
}: Pick<Parcel, "destination" | "event">): { MessageGroupId: string; MessageDeduplicationId: string } {
  const named = settings.order === "strict" ? storeHash : (thing ?? scope);
  const group = named.replaceAll(/[^!-~]/g, "-").slice(0, ID_CHARS_MAX);
  return {
    MessageGroupId: group === "" ? storeHash : group,
    MessageDeduplicationId:
      id.length <= ID_CHARS_MAX ? id : createHash("sha256").update(id).digest("base64url"),
  };
}
