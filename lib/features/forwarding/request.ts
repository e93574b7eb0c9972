import type { DeliveryBody, Message } from "#lib/features/destinations/kinds/kind.ts";
import type { OpenDestination } from "#lib/features/destinations/destination.ts";
import { KINDS } from "#lib/features/destinations/kinds/registry.ts";
import { eventId } from "#lib/features/events/ids.ts";
import { speaking } from "#lib/messages/language.ts";
import type { OutboundCall } from "#lib/platform/outbound/exchange.ts";
import { authorizationOf } from "./authorization.ts";
import { cloudEventBody } from "./cloudevent.ts";
import type { ForwardedEvent } from "./event.ts";
import { keeperHeaders, USER_AGENT, type AttemptOptions } from "./headers.ts";
import { fullBody, fullValue, receivedBody } from "./payload.ts";
import { signatureHeaders } from "./signature.ts";
import { runTemplate, tryTemplate } from "./template.ts";
import { thingOf } from "./thing.ts";
import { MessageTooLarge } from "./too-large.ts";
import { wordsOf } from "./words-of.ts";

/**
 * The request that hands an event to a destination. Repeatable: another attempt differs in its time, its number and its
 * signature alone.
 * @throws {TemplateFailed | TokenFailed | MessageTooLarge}
 */
export async function makeRequest(
  destination: OpenDestination,
  event: ForwardedEvent,
  options: AttemptOptions,
): Promise<OutboundCall> {
  const { kind, url } = destination;
  const { bodyOf, isSigned, bytesMax, callOf, proveCall } = KINDS[kind];
  const { now, isPreview = false } = options;
  const body = await bodyOf(messageOf(destination, event, options));
  const told: Record<string, string> = isSigned
    ? { ...signatureHeaders(destination, event, body.bytes, now), ...keeperHeaders(event, options) }
    : {};
  const bytes = body.bytes.length + Buffer.byteLength(Object.entries(told).flat().join(""));
  if (bytesMax !== undefined && bytes > bytesMax) throw new MessageTooLarge(bytes);
  if (callOf) {
    const { scope, occurredAt } = event;
    const what = { id: eventId(event), scope, occurredAt, thing: thingOf(event) };
    const made = callOf({ destination, body, told, event: what });
    const call = proveCall && !isPreview ? await proveCall(made, destination, now) : made;
    return { ...call, headers: { ...call.headers, "user-agent": USER_AGENT } };
  }
  const headers = {
    ...lowered(destination.headers),
    ...(await authorizationOf(destination, now)),
    "content-type": body.contentType,
    "user-agent": USER_AGENT,
    ...told,
  };
  return { url, headers, body: body.bytes };
}

/** A name in another case would be a second header of that name. */
const lowered = (headers: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));

function messageOf(
  destination: OpenDestination,
  event: ForwardedEvent,
  { isPreview = false, language = "en" }: AttemptOptions,
): Message {
  return {
    payload: () => payloadOf(destination, event, isPreview ? tryTemplate : runTemplate),
    words: () => speaking(language, () => wordsOf(destination, event)),
  };
}

/** A receiver that takes Keeper for BigCommerce is sent what BigCommerce sends. */
async function payloadOf(
  { settings }: OpenDestination,
  event: ForwardedEvent,
  run: typeof runTemplate,
): Promise<DeliveryBody> {
  const { payload, template, signing, sendsPersonal } = settings;
  switch (signing === "bigcommerce" ? "received" : payload) {
    case "received":
      return receivedBody(event);
    case "full":
      return fullBody(event, sendsPersonal);
    case "cloudevents":
      return cloudEventBody(event);
    case "template":
      return run(template ?? "", fullValue(event, sendsPersonal));
  }
}
