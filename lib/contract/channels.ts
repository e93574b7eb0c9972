import { z } from "zod";

/** `GET /s/{storeHash}/api/channels` */
export const ChannelList = z.object({
  /** The store's sales channels; null when they cannot be read, because the store did not grant that. */
  channels: z
    .array(
      z.object({
        id: z.string(),
        /** Null when BigCommerce's answer could not be read. */
        name: z.string().nullable(),
      }),
    )
    .nullable(),
  /** Channels that BigCommerce listed and that cannot be read. Absent when there are none. */
  unreadable: z.number().int().optional(),
});
export type ChannelList = z.infer<typeof ChannelList>;
