import type * as english from "#lib/messages/en/no-entry.ts";
import { counted } from "./plural.ts";

export const area = "noEntry";

export const ACCESS_WITHDRAWN: typeof english.ACCESS_WITHDRAWN = {
  title: "Sie haben keinen Zugang mehr",
  text: "Bitten Sie den Inhaber des Shops um Zugang zu dieser App.",
};

export const STORE_UNINSTALLED: typeof english.STORE_UNINSTALLED = {
  title: "Die App wurde aus diesem Shop entfernt",
  text: (retentionDays) =>
    retentionDays === undefined
      ? "Installieren Sie sie neu aus dem App Marketplace."
      : `Installieren Sie sie neu aus dem App Marketplace. Ihr Ereignisverlauf wird ${counted(retentionDays, "Tag", "Tage")} aufbewahrt.`,
  open: "App Marketplace öffnen",
};

export const OUTSIDE: typeof english.OUTSIDE = {
  title: "Öffnen Sie diese App aus Ihrem Shop",
  text: "Gehen Sie in Ihrem BigCommerce Control Panel zu „Apps“.",
};
