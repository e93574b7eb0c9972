import { ChannelList } from "#lib/contract/channels.ts";
import { methodNotAllowed } from "#lib/http/method-not-allowed.ts";
import { storeRoute } from "#lib/http/store-route.ts";
import { channelList } from "#lib/features/stores/channels.ts";

/** The store's sales channels by name, as far as it granted that. */
export const GET = storeRoute({ answer: ChannelList, run: ({ store }) => channelList(store) });

const refuse = methodNotAllowed("GET", "HEAD");
export { refuse as POST, refuse as PUT, refuse as PATCH, refuse as DELETE };
