import type * as english from "#lib/messages/en/launch-failures.ts";

export const area = "launchFailures";

export const LAUNCH_FAILURES: typeof english.LAUNCH_FAILURES = {
  not_installed: {
    title: "Keeper no está instalado en su tienda",
    text: "Instálela desde el menú Aplicaciones de su panel de control de BigCommerce.",
  },
  link_expired: {
    title: "Este enlace es demasiado antiguo",
    text: "Abra de nuevo la aplicación desde el menú Aplicaciones de su tienda.",
  },
  link_used: {
    title: "Este enlace ya se ha usado",
    text: "Abra de nuevo la aplicación desde el menú Aplicaciones de su tienda.",
  },
  link_invalid: {
    title: "Este enlace no abre la aplicación",
    text: "Abra la aplicación desde el menú Aplicaciones de su tienda.",
  },
  access_withdrawn: {
    title: "Ya no tiene acceso",
    text: "Pida al propietario de la tienda acceso a Keeper.",
  },
  install_refused: {
    title: "La instalación no ha terminado",
    text: "No se ha cambiado nada en su tienda. Instale de nuevo la aplicación desde el menú Aplicaciones.",
  },
  install_cancelled: {
    title: "Ha cancelado la instalación",
    text: "No se ha cambiado nada en su tienda. Si al final quiere instalar la aplicación, ábrala desde el menú Aplicaciones.",
  },
  install_unreadable: {
    title: "No se pudo leer la respuesta de BigCommerce",
    text: "La aplicación no está instalada, porque a la respuesta le faltaba algo que necesita. Instale de nuevo la aplicación desde el menú Aplicaciones. Si vuelve a ver esta página, escriba al soporte de la aplicación.",
  },
  bigcommerce_unreachable: {
    title: "BigCommerce no está disponible en este momento",
    text: "Abra de nuevo la aplicación desde el menú Aplicaciones dentro de un minuto.",
  },
  too_many: {
    title: "Keeper se ha abierto demasiadas veces",
    text: "Espere un minuto y abra de nuevo la aplicación desde el menú Aplicaciones de su tienda.",
  },
  unexpected: {
    title: "Algo ha fallado por nuestra parte",
    text: "Abra de nuevo la aplicación desde el menú Aplicaciones dentro de un minuto.",
  },
};

export const LAUNCH_FAILED: typeof english.LAUNCH_FAILED = "Abra de nuevo la aplicación";

export const referenceSentence: typeof english.referenceSentence = (reference) => `Referencia ${reference}.`;
