import { z } from "zod";

/** `GET /s/{storeHash}/api/extensions`: the entries in the menus of the control panel's lists. */
export const ExtensionsView = z.object({
  /** Whether the owner wants them. */
  isOn: z.boolean(),
  /** Whether BigCommerce was seen to have what the owner wants. */
  isInPlace: z.boolean(),
});
export type ExtensionsView = z.infer<typeof ExtensionsView>;

/** `PUT /s/{storeHash}/api/extensions` */
export const ExtensionsChange = z.object({ isOn: z.boolean() });
