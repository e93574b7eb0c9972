import type { DestinationView } from "#lib/contract/destinations.ts";
import type { EventDetail } from "#lib/contract/events.ts";

/** For a POSIX shell: nothing within is taken for anything but itself. */
const quoted = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`;

/**
 * A command for a POSIX shell that sends an event to a destination as BigCommerce sent it, with the headers that say what
 * it is and without a signature, since keys never leave the server. Needs curl. Pure.
 */
export function deliveryCurl(
  { url }: Pick<DestinationView, "url">,
  { id, scope, body }: Pick<EventDetail, "id" | "scope" | "body">,
): string {
  const headers = [
    "content-type: application/json",
    `webhook-id: ${id}`,
    `x-webhook-keeper-event-type: ${scope}`,
  ];
  return [
    `curl --include ${quoted(url)} \\`,
    ...headers.map((header) => `  -H ${quoted(header)} \\`),
    `  --data-raw ${quoted(body)}`,
  ].join("\n");
}
