import { z } from "zod";
import type { StoreApi } from "./client.ts";

/** The most that one page holds, and more than a store has. */
const LIMIT = 250;

const Channels = z.object({ data: z.array(z.object({ id: z.number().int().min(1), name: z.string() })) });

/** A sales channel of a store. */
export interface Channel {
  id: number;
  name: string;
}

/**
 * The sales channels of a store that can be used, by id.
 * @throws {Forbidden} when the store did not grant `store_channel_settings_read_only`.
 * Source: BigCommerce docs, Channels V3.
 */
export async function listChannels(api: StoreApi): Promise<Channel[]> {
  const { data } = await api.call("GET", `/v3/channels?available=true&limit=${LIMIT}`, Channels);
  return data.toSorted((one, other) => one.id - other.id);
}
