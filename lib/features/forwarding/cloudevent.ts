import type { DeliveryBody } from "#lib/features/destinations/kinds/kind.ts";
import { eventId } from "#lib/features/events/ids.ts";
import type { ForwardedEvent } from "./event.ts";
import { jsonBody, jsonText } from "./payload.ts";

/**
 * An event as a CloudEvent in structured mode, its data the body as BigCommerce sent it. Pure.
 * Source: CloudEvents 1.0.2, context attributes; JSON Event Format 1.0.2, 3.1 (bytes that are no JSON).
 */
export function cloudEventBody(event: ForwardedEvent): DeliveryBody {
  const { storeHash, scope, occurredAt, resourceType: type, resourceId: id, body } = event;
  const head = JSON.stringify({
    specversion: "1.0",
    id: eventId(event),
    source: `https://api.bigcommerce.com/stores/${storeHash}`,
    type: scope,
    time: occurredAt.toISOString(),
    ...(type !== null && id !== null && { subject: `${type}/${id}` }),
    datacontenttype: "application/json",
  });
  const text = jsonText(body);
  const data = text === null ? `"data_base64":"${Buffer.from(body).toString("base64")}"` : `"data":${text}`;
  return jsonBody(`${head.slice(0, -1)},${data}}`, "application/cloudevents+json");
}
