import type * as english from "#lib/messages/en/no-entry.ts";

export const area = "noEntry";

export const ACCESS_WITHDRAWN: typeof english.ACCESS_WITHDRAWN = {
  title: "Vous n’avez plus accès",
  text: "Demandez au propriétaire de la boutique l’accès à Keeper.",
};

export const STORE_UNINSTALLED: typeof english.STORE_UNINSTALLED = {
  title: "L’application a été supprimée de cette boutique",
  text: (retentionDays) =>
    retentionDays === undefined
      ? "Installez-la de nouveau pour continuer."
      : `Installez-la de nouveau pour continuer. Votre historique est conservé ${retentionDays} jours.`,
  open: "Ouvrir l’App Marketplace",
  reinstall: "Réinstaller",
};

export const OUTSIDE: typeof english.OUTSIDE = {
  title: "Ouvrez Keeper depuis votre boutique",
  text: "Allez dans Apps, dans votre panneau de contrôle BigCommerce.",
};
