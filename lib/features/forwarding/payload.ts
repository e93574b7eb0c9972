import type { DeliveryBody } from "#lib/features/destinations/kinds/kind.ts";
import { isPersonal, withoutPersonal } from "#lib/features/enrichment/personal.ts";
import { isKind } from "#lib/features/enrichment/kinds.ts";
import { jsonOf } from "#lib/features/events/body.ts";
import type { ForwardedEvent } from "./event.ts";

const JSON_TYPE = "application/json";

/** The body as BigCommerce sent it, byte for byte. Pure. */
export const receivedBody = ({ body }: ForwardedEvent): DeliveryBody => ({
  bytes: body,
  contentType: JSON_TYPE,
});

/** A text as the body of a request. Pure. */
export const jsonBody = (text: string, contentType = JSON_TYPE): DeliveryBody => ({
  bytes: Buffer.from(text),
  contentType,
});

/** What is known of an event beside its body, as far as a destination may learn it. */
interface Known {
  thing: unknown;
  changes: readonly { field: string; before: unknown; after: unknown }[];
  changesState: string | null;
  arrivals: number;
}

/** Leaves out what tells of a person, unless the destination may learn that. Pure. */
export function knownOf({ facts, resourceType, arrivals }: ForwardedEvent, sendsPersonal: boolean): Known {
  const { thing = null, changes = [], changesState = null } = facts ?? {};
  if (sendsPersonal) return { thing, changes, changesState, arrivals };
  const kind = resourceType !== null && isKind(resourceType) ? resourceType : null;
  const harmless = changes.filter(({ field }) => kind !== null && !isPersonal(kind, field.split(".")));
  return { thing: withoutPersonal(resourceType, thing), changes: harmless, changesState, arrivals };
}

/**
 * An event with what is known of it. The body stands in it as it was written, so that no number is rounded; null when it
 * is no JSON. Pure. Source: Standard Webhooks 1.0.0, payload structure.
 */
export function fullBody(event: ForwardedEvent, sendsPersonal: boolean): DeliveryBody {
  const head = JSON.stringify({ type: event.scope, timestamp: event.occurredAt.toISOString() });
  const known = JSON.stringify(knownOf(event, sendsPersonal));
  const payload = jsonText(event.body) ?? "null";
  return jsonBody(`${head.slice(0, -1)},"data":{"payload":${payload},${known.slice(1)}}`);
}

/** The same as a value, for templates; integers that JavaScript would round are texts. Pure. */
export function fullValue(event: ForwardedEvent, sendsPersonal: boolean): object {
  return {
    type: event.scope,
    timestamp: event.occurredAt.toISOString(),
    data: { payload: jsonOf(event.body), ...knownOf(event, sendsPersonal) },
  };
}

/** The text of a body that is JSON; null when it is none. Pure. */
export function jsonText(body: Uint8Array): string | null {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(body);
    JSON.parse(text);
    return text;
  } catch {
    return null;
  }
}
