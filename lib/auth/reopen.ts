import { config, type Config } from "#lib/config.ts";

/** Where control panels are. */
type Place = Pick<Config, "isSandbox"> & { bigcommerce: Pick<Config["bigcommerce"], "loginUrl"> };

/**
 * Where a person opens the app again: in sandbox mode the app's page in the simulator's control panel, otherwise the
 * store's control panel, of which BigCommerce names no address for one app. Known without a session, because a store's
 * panel has its hash in its host. Source: BigCommerce docs, GET /v2/store, `control_panel_base_url`.
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
  return `${isPanel ? known.origin : `https://store-${hash}.mybigcommerce.com`}/manage/`;
}
