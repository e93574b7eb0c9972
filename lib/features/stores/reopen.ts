import { config, type Config } from "#lib/config/config.ts";

/** Where control panels are. */
type Place = Pick<Config, "isSandbox"> & { bigcommerce: Pick<Config["bigcommerce"], "loginUrl" | "appId"> };

/**
 * Where a person opens the app again: its page in the store's control panel, or the panel's front where the app's number
 * is not known. Known without a session, because a store's panel has its hash in its host. Source: BigCommerce docs,
 * GET /v2/store, `control_panel_base_url`; `/manage/app/{id}` is undocumented, and what panels use for an app's page.
 * @param controlPanelUrl What BigCommerce said, when it was asked; anything but a panel of BigCommerce's is passed over.
 */
export function reopenUrl(
  hash: string,
  controlPanelUrl: string | null = null,
  { isSandbox, bigcommerce }: Place = config(),
): string {
  if (isSandbox) return `${bigcommerce.loginUrl}/manage/${hash}/app`;
  const known = URL.parse(controlPanelUrl ?? "");
  const isPanel = known?.protocol === "https:" && known.host.endsWith(".mybigcommerce.com");
  const origin = isPanel ? known.origin : `https://store-${hash}.mybigcommerce.com`;
  return `${origin}/manage/${bigcommerce.appId === null ? "" : `app/${bigcommerce.appId}`}`;
}
