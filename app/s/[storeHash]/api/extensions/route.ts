import { ExtensionsChange, ExtensionsView } from "#lib/contract/extensions.ts";
import { extensionsView, switchExtensions } from "#lib/features/extensions/switch.ts";
import { storeRoute } from "#lib/http/store-route.ts";
import { routes } from "#lib/http/routes.ts";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes({
  /** Whether the control panel's lists lead to events. */
  GET: storeRoute({ answer: ExtensionsView, run: ({ store }) => extensionsView(store) }),
  /** Turns that on or off, as the owner. */
  PUT: storeRoute({
    isForOwner: true,
    body: ExtensionsChange,
    answer: ExtensionsView,
    run: ({ access, body, now }) => switchExtensions(access, body.isOn, now),
  }),
});
