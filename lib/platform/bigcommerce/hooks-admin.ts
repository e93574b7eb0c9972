import type { StoreApi } from "./client.ts";
import { readEmails } from "./shapes.ts";

/**
 * The addresses that BigCommerce itself writes to when it switches a hook of this app off or blocks its domain; those of
 * this app in this store alone. Source: webhooks V3 OpenAPI, `GET /hooks/admin`.
 * @throws {OddAnswer} when one of them cannot be read.
 */
export function readBigCommerceNoticeAddresses(api: StoreApi): Promise<string[]> {
  return api.call("GET", "/v3/hooks/admin", readEmails);
}

/**
 * Puts these addresses in the place of all that were there. Repeatable. Source: webhooks V3 OpenAPI, `PUT /hooks/admin`
 * (204, empty).
 * @throws {Conflict} when BigCommerce will not have one of them.
 */
export async function saveBigCommerceNoticeAddresses(
  api: StoreApi,
  emails: readonly string[],
): Promise<void> {
  await api.call("PUT", "/v3/hooks/admin", () => null, { emails });
}
