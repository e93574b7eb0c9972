import { StoreUninstalled } from "#lib/access.ts";
import { listChannels } from "#lib/platform/bigcommerce/channels.ts";
import { storeApi } from "#lib/platform/bigcommerce/client.ts";
import { Forbidden } from "#lib/platform/bigcommerce/errors.ts";
import { INTERACTIVE } from "#lib/platform/bigcommerce/retry.ts";
import type { ChannelList } from "#lib/contract/channels.ts";
import type { StoreHash } from "#lib/ids.ts";
import { findStore, storeCredentials } from "./records.ts";

/** What reads channels; the name without its ending grants more, and this too. Source: BigCommerce docs, API accounts. */
const READ_SCOPE = "store_channel_settings_read_only";

/**
 * The store's sales channels by name, read from BigCommerce when the store granted that; one call, and none where it
 * is known to be refused. Read only.
 * @throws {StoreUninstalled} and the errors of `lib/platform/bigcommerce/errors.ts`, save `Forbidden`.
 */
export async function channelList(hash: StoreHash): Promise<ChannelList> {
  const [store, credentials] = await Promise.all([findStore(hash), storeCredentials(hash)]);
  if (!store || !credentials) throw new StoreUninstalled(`no token of store ${hash}`);
  const granted = [READ_SCOPE, READ_SCOPE.replace("_read_only", "")];
  if (!store.scopes.some((scope) => granted.includes(scope))) return { channels: null };
  try {
    const { channels, unreadable } = await listChannels(storeApi(credentials, INTERACTIVE));
    return {
      channels: channels.map(({ id, name }) => ({ id: String(id), name })),
      ...(unreadable > 0 && { unreadable }),
    };
  } catch (error) {
    if (error instanceof Forbidden) return { channels: null };
    throw error;
  }
}
