import { z } from "zod";

/** What the platform is like, apart from its faults. The defaults suit a first look: a new hook works at once. */
export const Settings = z.strictObject({
  /** Seconds (real time) during which a new hook receives nothing. BigCommerce says up to 60. */
  warmUpSeconds: z.number().min(0).max(3600).default(0),
  /** Milliseconds that a destination has to answer. Measured at BigCommerce: between 9 and 12 s. */
  timeoutMs: z.number().int().min(1).max(120_000).default(10_000),
  /** API requests that a store may take in one window of 30 s, all apps together. */
  quotaPerWindow: z.number().int().min(1).max(1_000_000).default(450),
  /** Deliveries under way to one destination host at the same time. */
  concurrencyPerHost: z.number().int().min(1).max(1024).default(64),
  /** Whether a change of a hook counts as activity, as making it and sending to it do. BigCommerce does not say. */
  updatesKeepAlive: z.boolean().default(true),
  /** Whether hooks hear of `store/app/uninstalled` before an uninstall deletes them. */
  uninstalledEvent: z.enum(["never", "before"]).default("never"),
  /** What the app asks for. A change voids the token of every store at its next launch. */
  scopes: z
    .array(z.string().min(1))
    .default([
      "store_v2_information_read_only",
      "store_v2_orders_read_only",
      "store_v2_products_read_only",
      "store_v2_customers_read_only",
      "store_cart_read_only",
      "store_channel_settings_read_only",
      "store_app_extensions_manage",
    ]),
});
export type Settings = z.infer<typeof Settings>;

/** The same settings, each optional and without its default: what a change of them may hold. */
export const SettingsChange = z.strictObject({
  warmUpSeconds: Settings.shape.warmUpSeconds.unwrap().optional(),
  timeoutMs: Settings.shape.timeoutMs.unwrap().optional(),
  quotaPerWindow: Settings.shape.quotaPerWindow.unwrap().optional(),
  concurrencyPerHost: Settings.shape.concurrencyPerHost.unwrap().optional(),
  updatesKeepAlive: Settings.shape.updatesKeepAlive.unwrap().optional(),
  uninstalledEvent: Settings.shape.uninstalledEvent.unwrap().optional(),
  scopes: Settings.shape.scopes.unwrap().optional(),
});

/** The settings of a world that nobody has changed. */
export const defaultSettings = (): Settings => Settings.parse({});
