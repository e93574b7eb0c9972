import type { EventView } from "#lib/contract/events.ts";

/** Pages of a control panel. Undocumented, and what many public apps link to; of other things no page is known. */
const PAGES: Readonly<Record<string, (id: string) => string>> = {
  order: (id) => `orders/${id}`,
  product: (id) => `products/edit/${id}`,
  category: (id) => `products/categories/${id}/edit`,
};

/**
 * Where a thing is found in the store's control panel; null when no page of it is known, or the panel is no
 * BigCommerce's. Pure.
 * @param reopenUrl The app's own page in that panel, of the session.
 */
export function panelPage(resource: EventView["resource"], reopenUrl: string | undefined): string | null {
  const page = resource && /^\d+$/.test(resource.id) ? PAGES[resource.type]?.(resource.id) : undefined;
  const panel = URL.parse(reopenUrl ?? "");
  const isPanel = panel?.protocol === "https:" && panel.host.endsWith(".mybigcommerce.com");
  return page !== undefined && isPanel ? `${panel.origin}/manage/${page}` : null;
}
