import { shareLink } from "#lib/client/control-panel/share-link.ts";
import { eventPath } from "#lib/client/paths.ts";
import type { OpenDestination } from "#lib/features/destinations/destination.ts";
import { eventId } from "#lib/features/events/ids.ts";
import { reopenUrl } from "#lib/features/stores/reopen.ts";
import { wordsHere } from "#lib/messages/here.ts";
import type { ForwardedEvent } from "./event.ts";
import { titleOf } from "./title.ts";

/** An event in the words of the language that is spoken here, and where a person sees it. */
export function wordsOf(
  { storeHash, settings }: Pick<OpenDestination, "storeHash" | "settings">,
  event: ForwardedEvent,
): { title: string; link: string; linkText: string } {
  const panel = reopenUrl(storeHash);
  return {
    title: titleOf(event, settings.sendsPersonal),
    link: shareLink(storeHash, panel, eventPath(storeHash, eventId(event))) ?? panel,
    linkText: wordsHere().MESSAGE.open,
  };
}
