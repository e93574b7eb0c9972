import type { Verdict } from "#lib/contract/subscriptions.ts";
import type * as english from "#lib/messages/en/server/webhooks.ts";

export const OUTCOMES: typeof english.OUTCOMES = {
  NEEDS_REAUTHORISATION: "Primero vuelva a abrir la aplicación y confirme.",
  BIGCOMMERCE_UNREACHABLE: "BigCommerce no está disponible en este momento.",
  BIGCOMMERCE_RATE_LIMITED: "Se alcanzó el límite de API de su tienda. Inténtelo de nuevo en un momento.",
  BIGCOMMERCE_FORBIDDEN: "Esta tienda no ha concedido lo que necesita este tipo de evento.",
  BIGCOMMERCE_REFUSED: "BigCommerce no acepta ningún webhook de este tipo de evento.",
  BIGCOMMERCE_CONFLICT: "BigCommerce no acepta ningún webhook de este tipo de evento.",
  BIGCOMMERCE_NOT_FOUND: "BigCommerce ya no tiene este webhook.",
  BIGCOMMERCE_UNREADABLE: "No pudimos leer la respuesta de BigCommerce.",
  STORE_NOT_FOUND: "BigCommerce no encuentra esta tienda. Quizá esté cerrada.",
  CHECK_REFUSED: "BigCommerce se negó a mostrar sus webhooks.",
  HOOK_LIMIT_REACHED: "BigCommerce permite a una aplicación 10 webhooks de un mismo tipo de evento.",
  UNKNOWN_SCOPE: "BigCommerce no documenta ningún tipo de evento con este nombre.",
  CHECK_RUNNING: "Ya hay una comprobación en curso. Inténtelo de nuevo en un momento.",
};
export const OTHER_OUTCOME: typeof english.OTHER_OUTCOME = "BigCommerce no aceptó el cambio.";

export const HEALTH: typeof english.HEALTH = {
  needsAccess: "No podemos comprobar este webhook hasta que vuelva a abrir la aplicación y confirme.",
  doubled: (count) =>
    `BigCommerce tiene ${count} webhooks para este tipo de evento. Cada evento llega ${count} veces.`,
  doubledBy: (title) =>
    `«${title}» también trae estos eventos, aunque nadie lo activó aquí. Cada evento llega dos veces.`,
  overlaps: (coveredBy) => `«${coveredBy}» ya incluye estos eventos. Cada uno llega dos veces.`,
  coveredBy: (title) => `Incluido en «${title}».`,
  notOn: "No activado.",
  turnedOff: (who, day) => `Desactivado por ${who} el ${day}.`,
  turningOn: "Lo estamos activando en BigCommerce.",
  gone: "BigCommerce ya no tiene este webhook.",
  notThere: (why) => `BigCommerce aún no tiene este webhook. ${why}`,
  elsewhere: "BigCommerce envía estos eventos a otra dirección.",
  otherSecret: (deadline) =>
    `Rechazamos estos eventos porque el secreto no coincide. ${
      deadline === null
        ? "BigCommerce reenvía cada uno durante 48 horas como máximo."
        : `Corríjalo antes del ${deadline} y BigCommerce los reenviará.`
    }`,
  noSecret:
    "BigCommerce envía estos eventos sin el secreto de la tienda. Solo los aceptamos si están firmados.",
  blocked: (time) =>
    `BigCommerce pausó las entregas hasta las ${time}. Después suele enviar los eventos que esperan.`,
  quiet: (since, end, isRenewed) =>
    `Ningún evento desde el ${since}. BigCommerce puede desactivarlo ${end === null ? "pronto" : `el ${end}`}.${isRenewed ? " Lo renovaremos antes." : ""}`,
  fresh: "Los primeros eventos pueden tardar un minuto.",
  lastEvent: (moment) => `Último evento: ${moment}.`,
  waiting: (day) => `Activado desde el ${day}. Aún no ha llegado ningún evento de este tipo.`,
};

export const OFF: typeof english.OFF = {
  bySomebody: (day) => `Desactivado el ${day}, probablemente por una persona u otra herramienta.`,
  byWhom: (day) => `Desactivado en BigCommerce el ${day}. No sabemos por qué.`,
  ownFault: (day, span) =>
    `BigCommerce lo desactivó el ${day}, probablemente porque no pudimos aceptar eventos ${span}.`,
  quiet: (day, days) =>
    `BigCommerce lo desactivó el ${day}, probablemente porque no llegó ningún evento en ${days} días.`,
  gaveUp: (day) => `BigCommerce lo desactivó el ${day} porque fallaron entregas durante 48 horas.`,
  perhapsFailed: (day) =>
    `BigCommerce lo desactivó el ${day}, probablemente porque fallaron entregas durante 48 horas.`,
  unknown: (day) => `BigCommerce lo desactivó el ${day} y no dice por qué.`,
  at: (time) => `a las ${time}`,
  between: (from, to) => `entre ${from} y ${to}`,
};

export const HOLD: typeof english.HOLD = {
  tellingOnly: " La reparación automática está desactivada.",
  spent: (times, until) =>
    ` Lo corregimos ${times} veces en un día y volvió a fallar. Lo intentaremos de nuevo después del ${until}.`,
  later: (time) => ` Intentaremos corregirlo después de las ${time}.`,
  ownFault: " Intentaremos corregirlo cuando llevemos 10 minutos aceptando eventos sin problemas.",
};

const FAULTS: Readonly<Partial<Record<Verdict, string>>> = {
  off_by_bigcommerce: "está desactivado",
  missing: "falta",
  wrong_address: "va a otra dirección",
  wrong_secret: "tiene un secreto incorrecto",
  doubled: "llega dos veces",
  overlaps_wildcard: "llega dos veces",
  over_limit: "supera el límite de BigCommerce",
  going_quiet: "puede desactivarse pronto",
};

export const STORE: typeof english.STORE = {
  nothingOn: "No hay ningún tipo de evento activado, así que no llegan eventos.",
  checking: "Estamos comparando sus webhooks con BigCommerce.",
  refusing: "No pudimos aceptar los últimos eventos, y desde entonces no ha llegado ninguno.",
  allOn: (all) => (all === 1 ? "Su webhook está activado." : `Los ${all} webhooks están activados.`),
  firstEvent: "Aún no ha llegado ningún evento.",
  lastEvent: (ago) => `Último evento: ${ago}.`,
  destination: "Un destino requiere su atención.",
  destinationRetrying: "Un destino no acepta eventos en este momento.",
  needsAccess:
    "Vuelva a abrir la aplicación y confirme. Hasta entonces no podemos comprobar ni corregir webhooks.",
  paused: (time) => `BigCommerce pausó las entregas hasta las ${time}.`,
  silent: "BigCommerce no responde.",
  error: (status) => `BigCommerce devolvió un error (${status}).`,
  unavailable:
    "BigCommerce indica que esta tienda no está disponible (503). Puede estar suspendida o en mantenimiento.",
  nextTry: (time) => `Lo intentaremos de nuevo a las ${time}.`,
  tryingNow: "Lo estamos intentando de nuevo.",
  needy: (needy, all, named) => {
    const count =
      all === 1
        ? "Su webhook necesita atención"
        : `${needy} de ${all} webhooks ${needy === 1 ? "necesita" : "necesitan"} atención`;
    const names = named.map(({ title, verdict }) => `«${title}» ${FAULTS[verdict] ?? "necesita atención"}`);
    const more = needy - named.length;
    return `${count}: ${names.join(", ")}${more > 0 ? ` y ${more} más` : ""}.`;
  },
  justNow: "hace menos de un minuto",
};
