import type * as english from "#lib/messages/en/server/alerts.ts";

const counted = (count: number, one: string, many: string) => (count === 1 ? `1 ${one}` : `${count} ${many}`);

export const CAUSES: typeof english.CAUSES = {
  off_by_bigcommerce: {
    alert: (count) => `BigCommerce ha desactivado ${counted(count, "webhook", "webhooks")}.`,
    recovery: "Ya no hay ningún webhook desactivado por BigCommerce.",
    help: "Estos eventos no llegan, y la aplicación no lo reactiva por sí sola. Abra Webhooks para hacerlo.",
  },
  missing: {
    alert: (count) => `${counted(count, "webhook falta", "webhooks faltan")} en BigCommerce.`,
    recovery: "Ya no falta ningún webhook en BigCommerce.",
    help: "Estos eventos no llegan. Abra Webhooks para volver a registrar o para ver por qué BigCommerce lo rechaza.",
  },
  wrong_address: {
    alert: (count) => `${counted(count, "webhook entrega", "webhooks entregan")} en otra dirección.`,
    recovery: "Todos los webhooks vuelven a entregar en la dirección correcta.",
    help: "Estos eventos van a otro lugar. Abra Webhooks para que se envíen aquí.",
  },
  wrong_secret: {
    alert: (count) => `${counted(count, "webhook llega", "webhooks llegan")} sin el secreto acordado.`,
    recovery: "Todos los webhooks vuelven a llegar con su secreto.",
    help: "Abra Webhooks para repararlo.",
  },
  doubled: {
    alert: (count) => `${counted(count, "webhook está", "webhooks están")} por duplicado en BigCommerce.`,
    recovery: "Ya no hay ningún webhook duplicado en BigCommerce.",
    help: "Cada evento llega más de una vez. Abra Webhooks para quitar el duplicado.",
  },
  over_limit: {
    alert: (count) =>
      `BigCommerce rechaza ${counted(count, "webhook", "webhooks")}: permite 10 de un mismo tipo de evento.`,
    recovery: "BigCommerce ya no rechaza ningún webhook por su límite.",
    help: "Estos eventos no llegan. Elimine los webhooks de este tipo de evento que nadie necesite.",
  },
  blocked: {
    alert: (count) =>
      `BigCommerce pausa las entregas de ${counted(count, "webhook", "webhooks")} porque fallaron demasiadas.`,
    recovery: "BigCommerce vuelve a entregar.",
    help: "No se pierde nada: BigCommerce envía estos eventos cuando termina la pausa.",
  },
  going_quiet: {
    alert: (count) =>
      `${counted(count, "webhook no ha traído", "webhooks no han traído")} ningún evento en 75 días.`,
    recovery: "Ningún webhook está a punto de desactivarse por inactividad.",
    help: "BigCommerce desactiva lo que no trae ningún evento en 90 días. Abra Webhooks para renovarlo o desactivarlo.",
  },
  needs_reauthorisation: {
    alert: () => "La tienda debe volver a aceptar esta aplicación.",
    recovery: "La tienda ha vuelto a aceptar esta aplicación.",
    help: "Abra la aplicación desde el menú Aplicaciones y confirme. Hasta entonces, los webhooks siguen como están.",
  },
  unreachable: {
    alert: () => "BigCommerce no responde desde hace dos horas.",
    recovery: "BigCommerce vuelve a responder.",
    help: "Los eventos siguen llegando, pero los webhooks no se pueden comprobar ni cambiar. La aplicación sigue intentándolo.",
  },
  refusing: {
    alert: () => "Se rechazan entregas, y desde entonces no ha llegado ningún evento.",
    recovery: "Los eventos vuelven a llegar.",
    help: "El resumen dice por qué se rechazan y qué ayuda.",
  },
};

export const MESSAGE: typeof english.MESSAGE = {
  test: "Esto es una prueba: las alertas de esta tienda llegan aquí.",
  still: (sentence) => `Todavía: ${sentence}`,
  more: (count) => `y ${count} más`,
  open: "Abrir la aplicación",
  reason: (store) =>
    `Recibe este mensaje porque esta dirección está en la configuración de alertas de ${store} en Webhook Keeper.`,
};
