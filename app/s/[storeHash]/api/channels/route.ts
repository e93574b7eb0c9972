import { ChannelList } from "#lib/contract/channels.ts";
import { storeRoute } from "#lib/http/store-route.ts";
import { channelList } from "#lib/features/stores/channels.ts";
import { routes } from "#lib/http/routes.ts";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes({
  /** The store's sales channels by name, as far as it granted that. */
  GET: storeRoute({ answer: ChannelList, run: ({ store }) => channelList(store) }),
});
