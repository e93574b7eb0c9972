import { writeAuditEntries } from "#lib/features/audit/records.ts";
import { requireOwner, StoreUninstalled, type Access } from "#lib/access.ts";
import { storeApi, type StoreApi } from "#lib/platform/bigcommerce/client.ts";
import {
  readBigCommerceNoticeAddresses,
  saveBigCommerceNoticeAddresses,
} from "#lib/platform/bigcommerce/hooks-admin.ts";
import { INTERACTIVE } from "#lib/platform/bigcommerce/retry.ts";
import type { StoreHash } from "#lib/ids.ts";
import { storeCredentials } from "#lib/features/stores/records.ts";
import { storedSentence } from "#lib/messages/stored-sentences.ts";

/** The addresses of BigCommerce's own notices. @throws the errors of `lib/platform/bigcommerce/errors.ts`. */
export async function bigCommerceNoticeAddresses(storeHash: StoreHash): Promise<string[]> {
  return readBigCommerceNoticeAddresses(await apiOf(storeHash));
}

/**
 * Sets the addresses of BigCommerce's own notices, and writes down what they were. Repeatable.
 * @throws {OwnerOnly} and the errors of `lib/platform/bigcommerce/errors.ts`.
 */
export async function changeBigCommerceNoticeAddresses(
  access: Access,
  emails: readonly string[],
  now: Date,
): Promise<string[]> {
  requireOwner(access, "to change the addresses of notices");
  const api = await apiOf(access.storeHash);
  const before = await readBigCommerceNoticeAddresses(api);
  await saveBigCommerceNoticeAddresses(api, emails);
  const entry = {
    actor: access,
    action: "notices_changed" as const,
    before: { told: told(before) },
    after: { told: told(emails) },
    status: 204,
  };
  await writeAuditEntries(access.storeHash, [entry], now);
  return [...emails];
}

async function apiOf(storeHash: StoreHash): Promise<StoreApi> {
  const credentials = await storeCredentials(storeHash);
  if (!credentials) throw new StoreUninstalled(`no token of store ${storeHash}`);
  return storeApi(credentials, INTERACTIVE);
}

const told = (emails: readonly string[]) =>
  storedSentence({ code: "told", params: { recipients: [...emails], mutedCauses: [] } });
