import type * as english from "#lib/messages/en/no-entry.ts";

export const area = "noEntry";

export const ACCESS_WITHDRAWN: typeof english.ACCESS_WITHDRAWN = {
  title: "Sie haben keinen Zugang mehr",
  text: "Bitten Sie den Inhaber des Shops um Zugang zu Keeper.",
};

export const STORE_UNINSTALLED: typeof english.STORE_UNINSTALLED = {
  title: "Die App wurde aus diesem Shop entfernt",
  text: (retentionDays) =>
    retentionDays === undefined
      ? "Installieren Sie sie neu, um weiterzumachen."
      : `Installieren Sie sie neu, um weiterzumachen. Ihre Ereignisse bleiben ${retentionDays} Tage erhalten.`,
  open: "App Marketplace öffnen",
  reinstall: "Neu installieren",
};

export const OUTSIDE: typeof english.OUTSIDE = {
  title: "Öffnen Sie Keeper aus Ihrem Shop",
  text: "Gehen Sie in Ihrem BigCommerce Control Panel zu „Apps“.",
};
