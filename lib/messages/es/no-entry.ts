import type * as english from "#lib/messages/en/no-entry.ts";

export const area = "noEntry";

export const ACCESS_WITHDRAWN: typeof english.ACCESS_WITHDRAWN = {
  title: "Ya no tiene acceso",
  text: "Pida al propietario de la tienda acceso a Keeper.",
};

export const STORE_UNINSTALLED: typeof english.STORE_UNINSTALLED = {
  title: "La aplicación se quitó de esta tienda",
  text: (retentionDays) =>
    retentionDays === undefined
      ? "Instálela de nuevo para continuar."
      : `Instálela de nuevo para continuar. Su historial se conserva ${retentionDays} días.`,
  open: "Abrir App Marketplace",
  reinstall: "Instalar de nuevo",
};

export const OUTSIDE: typeof english.OUTSIDE = {
  title: "Abra Keeper desde su tienda",
  text: "Vaya a Aplicaciones en su panel de control de BigCommerce.",
};
