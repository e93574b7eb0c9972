import type { StoreApi } from "./client.ts";
import { asCount, asName, Fields, type Oddities } from "./fields.ts";

/** The most that one page holds, and more than a store has. */
const LIMIT = 250;

/** A sales channel of a store. */
export interface Channel {
  id: number;
  /** Null when it cannot be read. */
  name: string | null;
}

/** The channels of a store, and how many more there are that cannot be read. */
export interface Channels {
  channels: Channel[];
  unreadable: number;
}

/**
 * The sales channels of a store that can be used, by id.
 * @throws {Forbidden} when the store did not grant `store_channel_settings_read_only`.
 * Source: BigCommerce docs, Channels V3.
 */
export function listChannels(api: StoreApi): Promise<Channels> {
  return api.call("GET", `/v3/channels?available=true&limit=${LIMIT}`, readChannels);
}

function readChannels(answer: unknown, odd: Oddities): Channels {
  const entries = Fields.ofAnswer(answer, odd).needList("data");
  const channels = entries.flatMap(({ value, place }) => {
    const fields = Fields.of(value, place, odd);
    const id = fields?.need("id", asChannelId) ?? null;
    return fields && id !== null ? [{ id, name: fields.need("name", asName) }] : [];
  });
  return {
    channels: channels.toSorted((one, other) => one.id - other.id),
    unreadable: entries.length - channels.length,
  };
}

/** Channels are numbered from 1 on. */
const asChannelId = (value: unknown) => asCount(value) || undefined;
