import type * as english from "#lib/messages/en/server/alerts.ts";

const counted = (count: number, one: string, many: string) => (count === 1 ? `1 ${one}` : `${count} ${many}`);

export const CAUSES: typeof english.CAUSES = {
  off_by_bigcommerce: {
    alert: (count) => `${counted(count, "webhook se desactivó", "webhooks se desactivaron")} en BigCommerce`,
    recovery: "Ya no hay ningún webhook desactivado en BigCommerce",
    help: "No recibe estos eventos.",
  },
  missing: {
    alert: (count) => `${counted(count, "webhook falta", "webhooks faltan")} en BigCommerce`,
    recovery: "Ya no falta ningún webhook en BigCommerce",
    help: "No recibe estos eventos.",
  },
  wrong_address: {
    alert: (count) => `${counted(count, "webhook va", "webhooks van")} a otra dirección`,
    recovery: "Todos los webhooks vuelven a ir a la dirección correcta",
    help: "No recibe estos eventos.",
  },
  wrong_secret: {
    alert: (count) => `${counted(count, "webhook usa", "webhooks usan")} un secreto incorrecto`,
    recovery: "Todos los webhooks vuelven a usar el secreto correcto",
    help: "Rechazamos estos eventos hasta que se corrija. BigCommerce reenvía cada uno durante 48 horas como máximo.",
  },
  no_secret: {
    alert: (count) => `${counted(count, "webhook no envía", "webhooks no envían")} el secreto de la tienda`,
    recovery: "Todos los webhooks vuelven a enviar el secreto de la tienda",
    help: "Solo aceptamos estos eventos si están firmados.",
  },
  doubled: {
    alert: (count) => `${counted(count, "webhook está", "webhooks están")} por duplicado en BigCommerce`,
    recovery: "Ya no hay ningún webhook duplicado en BigCommerce",
    help: "Cada evento llega más de una vez.",
  },
  overlaps_wildcard: {
    alert: (count) => `${counted(count, "tipo de evento llega", "tipos de eventos llegan")} dos veces`,
    recovery: "Ya ningún tipo de evento llega dos veces",
    help: "Un webhook «Todos …» ya incluye estos eventos.",
  },
  over_limit: {
    alert: (count) =>
      `BigCommerce rechaza ${counted(count, "webhook", "webhooks")}: permite 10 de un mismo tipo de evento`,
    recovery: "BigCommerce ya no rechaza ningún webhook por su límite",
    help: "No recibe estos eventos. Elimine los webhooks de este tipo de evento que nadie necesite.",
  },
  blocked: {
    alert: () => "BigCommerce pausó las entregas porque fallaron demasiadas",
    recovery: "BigCommerce vuelve a entregar",
    help: "No tiene que hacer nada. BigCommerce suele enviar los eventos que esperan después de la pausa.",
  },
  going_quiet: {
    alert: (count) =>
      `${counted(count, "webhook no ha enviado", "webhooks no han enviado")} ningún evento en 75 días`,
    recovery: "Ningún webhook está a punto de desactivarse por inactividad",
    help: "BigCommerce desactiva los webhooks que no envían nada en 90 días.",
  },
  needs_reauthorisation: {
    alert: () => "Autorice de nuevo la aplicación",
    recovery: "La aplicación vuelve a estar autorizada",
    help: "Vuelva a abrirla y confirme. Hasta entonces no podemos comprobar ni corregir webhooks.",
  },
  check_failed: {
    alert: () => "No podemos comprobar sus webhooks",
    recovery: "Podemos comprobar sus webhooks de nuevo",
    help: "Ahora mismo no podemos comprobar ni cambiar webhooks.",
  },
  unreachable: {
    alert: () => "No hemos podido comprobar sus webhooks desde hace 2 horas",
    recovery: "Podemos comprobar sus webhooks de nuevo",
    help: "Ahora mismo no podemos comprobar ni cambiar webhooks. Seguiremos intentándolo.",
  },
  refusing: {
    alert: () => "No pudimos aceptar los últimos eventos, y desde entonces no ha llegado ninguno",
    recovery: "Los eventos vuelven a llegar",
    help: "BigCommerce reenvía cada evento durante 48 horas como máximo. Si esto continúa, contacte con el soporte.",
  },
  destination_ill: {
    alert: () => "Un destino no acepta eventos",
    named: (who, count) => `${who} no ${count === 1 ? "acepta" : "aceptan"} eventos`,
    recovery: "Todos los destinos vuelven a aceptar eventos",
    help: "Los eventos esperan hasta que responda, y seguimos intentándolo.",
  },
  destination_retrying: {
    alert: () => "Un destino no acepta eventos en este momento",
    recovery: "Todos los destinos vuelven a aceptar eventos",
    help: "Los eventos esperan y seguimos intentándolo.",
  },
  destination_off: {
    alert: () => "Hemos desactivado un destino",
    named: (who) => `Hemos desactivado ${who}`,
    recovery: "Ya ningún destino está desactivado por un error",
    help: "Sus eventos se conservan. Corrija la causa y vuelva a activar el destino.",
  },
  deliveries_failed: {
    alert: () => "Algunos eventos no llegaron a un destino",
    named: (who) => `Algunos eventos no llegaron a ${who}`,
    recovery: "Ya no queda ningún evento que no llegara a su destino",
    help: "Hemos dejado de intentarlo. Vuelva a enviar los eventos u omítalos.",
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

export const RECENT: typeof english.RECENT = {
  fixed: (count, at) => `Keeper corrigió ${counted(count, "webhook", "webhooks")} ${at}.`,
  mayMiss: (from, to) => `Pueden faltar eventos entre ${from} y ${to}.`,
  refused: (count, span) =>
    `No se ${count === 1 ? "pudo" : "pudieron"} aceptar ${counted(count, "evento", "eventos")} ${span}.`,
  arriveAgain: "Los eventos vuelven a llegar.",
  resent: "BigCommerce reenvía cada evento rechazado durante 48 horas como máximo.",
  at: (time) => `a las ${time}`,
  between: (from, to) => `entre ${from} y ${to}`,
};
