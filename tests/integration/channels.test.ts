import { useApp } from "#tests/support/app.ts";
import { expect, test } from "vitest";
import { StoreHash } from "#lib/ids.ts";
import { channelList } from "#lib/features/stores/channels.ts";
import { useDatabase } from "#tests/support/database.ts";

useDatabase();
const app = useApp();

async function storeWith(scopes: string[]): Promise<StoreHash> {
  await app.control("/settings", { scopes });
  const store = app.newStore();
  await app.install(store);
  return StoreHash.parse(store.hash);
}

test("a store's own channels come by name where it granted that, with reading or with more", async () => {
  for (const scope of ["store_channel_settings_read_only", "store_channel_settings"]) {
    const { channels } = await channelList(await storeWith([scope]));
    expect(channels?.map(({ id }) => id)).toEqual(["1", "2", "664182"]);
    expect(channels?.[1]).toEqual({ id: "2", name: "Trade shop" });
  }
});

test("without the permission BigCommerce is not even asked", async () => {
  const hash = await storeWith(["store_v2_information_read_only"]);
  await app.control("/faults", { api: 500 });
  expect(await channelList(hash)).toEqual({ channels: null });
  await app.control("/faults", { api: "none" });
});
