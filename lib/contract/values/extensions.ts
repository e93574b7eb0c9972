/** What a store grants an app that may add entries to the control panel's menus. Source: BigCommerce docs, App Extensions. */
export const EXTENSIONS_SCOPE = "store_app_extensions_manage";
