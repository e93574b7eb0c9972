import type { Access } from "#lib/access.ts";
import { checkAlerts } from "#lib/features/alerts/check.ts";
import { sendMessage } from "#lib/features/alerts/send.ts";
import { changeAlertSettings } from "#lib/features/alerts/settings.ts";
import type { AlertSettingsChange } from "#lib/contract/alerts.ts";
import { database } from "#lib/platform/db/client.ts";
import { StoreHash } from "#lib/ids.ts";
import { checkStore } from "#lib/jobs/check-store.ts";
import type { App } from "./app.ts";
import type { HooksAtBigCommerce } from "./hooks.ts";

export const ANA = "ana@example.com";
export const BEN = "ben@example.com";
/** Two webhooks of the starter set. */
export const SCOPES = ["store/order/created", "store/order/statusUpdated"] as const;
/** Tells nobody. */
export const NOBODY: AlertSettingsChange = { emails: [], webhookUrl: null, mutedCauses: [] };
/** A stop that never comes. */
export const NEVER = new AbortController().signal;

const patience = { timeoutMs: 2_000, waitMsMax: 0 };

/** A store with alerts. */
export interface Shop {
  hash: StoreHash;
  owner: Access;
  /** When it was installed. */
  now: Date;
  /** Of its webhook; null without one. */
  secret: string | null;
}

/** Makes stores and trouble for a test file. */
export function alertShops(app: App, hooks: HooksAtBigCommerce) {
  const checkHooks = ({ hash, now }: Pick<Shop, "hash" | "now">, isFirst = false) =>
    checkStore(hash, { now, patience, isFirst });

  /** Messages that have not arrived, and were not given up. */
  const waiting = (hash: StoreHash) =>
    database().prisma.alertMessage.findMany({ where: { storeHash: hash, outcome: "waiting" } });

  return {
    checkHooks,
    waiting,
    /** An installed and checked store whose alerts go where they are told to. */
    async shop(settings: Partial<AlertSettingsChange> = {}): Promise<Shop> {
      const store = app.newStore();
      await app.install(store);
      const hash = StoreHash.parse(store.hash);
      const now = new Date();
      await checkHooks({ hash, now }, true);
      await database().prisma.store.update({ where: { hash }, data: { name: "Ana's Surf Shop" } });
      const owner = {
        storeHash: hash,
        userId: String(store.owner.id),
        email: store.owner.email,
        isOwner: true,
        mayChangeWebhooks: true,
        locale: null,
        storeEpoch: 1,
        membershipEpoch: 1,
      };
      const { secret } = await changeAlertSettings(owner, { ...NOBODY, ...settings }, now);
      return { hash, owner, now, secret };
    },
    /** BigCommerce switches hooks off, and the keeper has done what it may: they stay off. */
    async breakHooks(shop: Shop, scopes: readonly string[] = SCOPES): Promise<void> {
      for (let round = 0; round < 2; round++) {
        for (const scope of scopes)
          await hooks.change(hooks.only(shop.hash, scope), { is_active: false, status: "deactivated" });
        await checkHooks(shop);
      }
    },
    /** Somebody switches them on again. */
    async mendHooks(shop: Shop): Promise<void> {
      for (const hook of hooks.ours(shop.hash))
        await hooks.change(hook, { is_active: true, status: "active" });
      await checkHooks(shop);
    },
    /** Decides about the store's alerts, so long after its installation, and sends what is to be told. */
    async check({ hash, now }: Shop, afterMs = 0): Promise<void> {
      const at = new Date(now.getTime() + afterMs);
      await checkAlerts(hash, at);
      for (const { id } of await waiting(hash)) await sendMessage(id, at, NEVER);
    },
  };
}
