import { z } from "zod";

/** `GET /s/{storeHash}/api/channels` */
export const ChannelList = z.object({
  /** The store's sales channels; null when they cannot be read, because the store did not grant that. */
  channels: z.array(z.object({ id: z.string(), name: z.string() })).nullable(),
});
export type ChannelList = z.infer<typeof ChannelList>;
