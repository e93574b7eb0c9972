import type { StoreAddress } from "#lib/jobs/moved-stores.ts";

/** More stores than this are not a list that a person reads. */
const NAMED_STORES_MAX = 20;

/** What keeps a store's hooks from following, in words. */
const REASONS: Readonly<Record<string, string>> = {
  NEEDS_REAUTHORISATION: "has to accept the app again",
  BIGCOMMERCE_UNREACHABLE: "BigCommerce does not answer",
  BIGCOMMERCE_RATE_LIMITED: "BigCommerce asked to slow down",
};

/**
 * Tells how far the stores' hooks have followed the app to its address. Pure.
 * @returns lines for the terminal, and how many stores have still to follow by themselves.
 */
export function addressSummary(
  stores: readonly StoreAddress[],
  appUrl: string,
): { lines: string[]; following: number } {
  const total = sum(stores, "webhooks");
  const here = sum(stores, "here");
  const behind = stores.filter((store) => store.here < store.webhooks);
  const stuck = behind.filter(({ failure }) => failure !== null);
  const lines = [
    `${here} of ${total} ${total === 1 ? "webhook delivers" : "webhooks deliver"} to ${appUrl}; ${stores.length - behind.length} of ${stores.length} ${stores.length === 1 ? "store is" : "stores are"} done.`,
    ...stuck
      .slice(0, NAMED_STORES_MAX)
      .map(
        ({ storeHash, failure }) =>
          `  ${storeHash}: ${REASONS[failure ?? ""] ?? `failed with ${failure ?? ""}`}`,
      ),
  ];
  if (stuck.length > NAMED_STORES_MAX) lines.push(`  and ${stuck.length - NAMED_STORES_MAX} more`);
  return { lines, following: behind.length - stuck.length };
}

function sum(stores: readonly StoreAddress[], name: "webhooks" | "here"): number {
  return stores.reduce((all, store) => all + store[name], 0);
}
