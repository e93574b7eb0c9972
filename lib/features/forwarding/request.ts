import { eventPath } from "#lib/client/paths.ts";
import { shareLink } from "#lib/client/control-panel/share-link.ts";
import type { DeliveryBody, Message } from "#lib/features/destinations/kinds/kind.ts";
import type { OpenDestination } from "#lib/features/destinations/destination.ts";
import { KINDS } from "#lib/features/destinations/kinds/registry.ts";
import { eventId } from "#lib/features/events/ids.ts";
import { reopenUrl } from "#lib/features/stores/reopen.ts";
import { wordsHere } from "#lib/messages/here.ts";
import type { OutboundCall } from "#lib/platform/outbound/exchange.ts";
import { authorizationOf } from "./authorization.ts";
import { cloudEventBody } from "./cloudevent.ts";
import type { ForwardedEvent } from "./event.ts";
import { keeperHeaders, USER_AGENT, type AttemptOptions } from "./headers.ts";
import { fullBody, fullValue, receivedBody } from "./payload.ts";
import { signatureHeaders } from "./signature.ts";
import { runTemplate, tryTemplate } from "./template.ts";
import { titleOf } from "./title.ts";

/**
 * The request that hands an event to a destination. Repeatable: another attempt differs in its time, its number and its
 * signature alone.
 * @throws {TemplateFailed | TokenFailed}
 */
export async function makeRequest(
  destination: OpenDestination,
  event: ForwardedEvent,
  options: AttemptOptions,
): Promise<OutboundCall> {
  const { kind, url } = destination;
  const { bodyOf, isSigned } = KINDS[kind];
  const { bytes, contentType } = await bodyOf(messageOf(destination, event, options));
  const headers = {
    ...lowered(destination.headers),
    ...(await authorizationOf(destination, options.now)),
    "content-type": contentType,
    "user-agent": USER_AGENT,
    ...(isSigned && keeperHeaders(event, options)),
    ...(isSigned && signatureHeaders(destination, event, bytes, options.now)),
  };
  return { url, headers, body: bytes };
}

/** A name in another case would be a second header of that name. */
const lowered = (headers: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));

function messageOf(
  destination: OpenDestination,
  event: ForwardedEvent,
  { isPreview = false }: AttemptOptions,
): Message {
  const { storeHash, settings } = destination;
  return {
    payload: () => payloadOf(destination, event, isPreview ? tryTemplate : runTemplate),
    words: () => {
      const panel = reopenUrl(storeHash);
      return {
        title: titleOf(event, settings.sendsPersonal),
        link: shareLink(storeHash, panel, eventPath(storeHash, eventId(event))) ?? panel,
        linkText: wordsHere().MESSAGE.open,
      };
    },
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
