import type { Remedy, Verdict } from "#lib/contract/subscriptions.ts";
import type * as english from "#lib/messages/en/server/webhooks.ts";

export const OUTCOMES: typeof english.OUTCOMES = {
  NEEDS_REAUTHORISATION: "La tienda debe volver a aceptar esta aplicación.",
  BIGCOMMERCE_UNREACHABLE: "BigCommerce tarda más de lo habitual en responder.",
  BIGCOMMERCE_RATE_LIMITED: "BigCommerce nos pidió ir más despacio. Inténtelo de nuevo en un momento.",
  BIGCOMMERCE_FORBIDDEN: "Esta tienda no ha concedido lo que necesita este tipo de evento.",
  BIGCOMMERCE_REFUSED: "BigCommerce no acepta ningún webhook de este tipo de evento.",
  BIGCOMMERCE_CONFLICT: "BigCommerce no acepta ningún webhook de este tipo de evento.",
  BIGCOMMERCE_NOT_FOUND: "BigCommerce ya no tiene este webhook.",
  BIGCOMMERCE_UNREADABLE: "BigCommerce respondió algo que esta aplicación no sabe leer.",
  STORE_NOT_FOUND: "BigCommerce no encuentra esta tienda. Quizá esté cerrada o se haya trasladado.",
  CHECK_REFUSED: "No se pudieron comprobar los webhooks: BigCommerce se negó a mostrarlos.",
  HOOK_LIMIT_REACHED: "BigCommerce permite a esta aplicación 10 webhooks de un mismo tipo de evento.",
  UNKNOWN_SCOPE: "BigCommerce no documenta ningún tipo de evento con este nombre.",
  CHECK_RUNNING: "Ya hay una comprobación en curso. Inténtelo de nuevo en un momento.",
};
export const OTHER_OUTCOME: typeof english.OTHER_OUTCOME = "BigCommerce no aceptó el cambio.";

export const HEALTH: typeof english.HEALTH = {
  needsAccess: "La tienda debe volver a aceptar esta aplicación.",
  doubled: (count) =>
    `BigCommerce tiene ${count} webhooks para este tipo de evento. Cada evento llega ${count} veces.`,
  doubledBy: (title) =>
    `Un webhook de «${title}» también los trae, aunque nadie lo activó aquí. Cada evento llega dos veces.`,
  overlaps: (coveredBy) => `Cubierto por «${coveredBy}». Cada evento llega dos veces.`,
  coveredBy: (title) => `Cubierto por «${title}».`,
  notOn: "No activado.",
  turnedOff: (who, day) => `Desactivado por ${who} el ${day}.`,
  turningOn: "Se está activando en BigCommerce.",
  gone: "BigCommerce ya no tiene este webhook.",
  notThere: (why) => `Aún no está. ${why}`,
  elsewhere: "BigCommerce envía estos eventos a otra dirección de esta aplicación.",
  noSecret: "Los eventos llegan sin el secreto acordado.",
  blocked: (time) =>
    `BigCommerce pausa las entregas hasta las ${time} porque fallaron demasiadas. Los eventos de este tiempo llegan más tarde, algunos quizá nunca: el resumen dice qué rechazó esta aplicación.`,
  quiet: (since, end, isRenewed) =>
    `Ningún evento desde el ${since}. BigCommerce lo desactiva ${end === null ? "en cualquier momento" : `el ${end}`}.${isRenewed ? " La aplicación lo renueva antes." : ""}`,
  fresh: "Los primeros eventos pueden tardar un minuto.",
  lastEvent: (moment) => `Último evento el ${moment}.`,
  waiting: (day) => `Activado desde el ${day}. Aún no ha ocurrido ningún evento de este tipo.`,
};

export const OFF: typeof english.OFF = {
  bySomebody: (day) =>
    `Desactivado en BigCommerce el ${day}, muy probablemente por alguien y no por BigCommerce, aunque aquí se quiere activo.`,
  byWhom: (day) => `Desactivado en BigCommerce el ${day}. Aún no se sabe quién lo hizo.`,
  ownFault: (day, span) =>
    `Desactivado por BigCommerce el ${day} porque esta aplicación no pudo aceptar entregas ${span}.`,
  quiet: (day, days) =>
    `Desactivado por BigCommerce el ${day}, muy probablemente porque no llegó ningún evento en ${days} días.`,
  perhapsFailed: (day) =>
    `Desactivado por BigCommerce el ${day}, quizá porque fallaron entregas durante 48 horas, aunque en ese tiempo llegó uno de estos eventos.`,
  failed: (day) =>
    `Desactivado por BigCommerce el ${day}, muy probablemente porque fallaron entregas durante 48 horas.`,
  at: (time) => `a las ${time}`,
  between: (from, to) => `entre ${from} y ${to}`,
};

const DEEDS: Readonly<Partial<Record<Remedy, { keeper: string; person: string }>>> = {
  turn_on: { keeper: "lo reactiva", person: "actívelo usted" },
  reregister: { keeper: "lo vuelve a registrar", person: "vuelva a registrarlo usted" },
};
const deedOf = (remedy: Remedy) =>
  DEEDS[remedy] ?? { keeper: "lo pone en orden", person: "póngalo en orden usted" };

export const HOLD: typeof english.HOLD = {
  tellingOnly: " Le espera a usted, porque esta aplicación solo debe avisar.",
  spent: (remedy, times, until) =>
    ` La aplicación lo puso en orden ${times} veces en un día, y cada vez volvió a fallar. Queda así hasta el ${until}: busque la causa o ${deedOf(remedy).person}.`,
  later: (remedy, time) => ` La aplicación ${deedOf(remedy).keeper}, como pronto a las ${time}.`,
  ownFault: (remedy) =>
    ` La aplicación ${deedOf(remedy).keeper} cuando haya funcionado bien durante 10 minutos.`,
};

const FAULTS: Readonly<Partial<Record<Verdict, string>>> = {
  off_by_bigcommerce: "está desactivado",
  missing: "falta",
  wrong_address: "se envía a otra dirección",
  wrong_secret: "no lleva su secreto",
  doubled: "llega dos veces",
  overlaps_wildcard: "llega dos veces",
  over_limit: "supera el límite de BigCommerce",
  blocked: "está pausado por BigCommerce",
  going_quiet: "lleva mucho tiempo sin actividad",
};

export const STORE: typeof english.STORE = {
  nothingOn: "No hay nada activado, así que no llegan eventos.",
  asOf: (ago) => `Así estaba ${ago}.`,
  noEvents: "Ningún evento en las últimas 24 horas.",
  checkFailed: "Los eventos llegan, pero la última comprobación falló.",
  checking: "Sus webhooks se están comparando con BigCommerce.",
  refusing: "La última entrega se rechazó, y desde entonces no ha llegado ningún evento.",
  good: (all, ago) =>
    `${all === 1 ? "Su webhook está activado" : `Los ${all} webhooks están activados`}; ${ago === null ? "aún no ha llegado ningún evento" : `el último evento llegó ${ago}`}.`,
  needsAccess:
    "La tienda debe volver a aceptar esta aplicación. Hasta entonces, los webhooks siguen como están.",
  needy: (needy, all, named) => {
    const count =
      all === 1
        ? "Su webhook le necesita"
        : `${needy} de ${all} ${needy === 1 ? "le necesita" : "le necesitan"}`;
    const names = named.map(({ title, verdict }) => `«${title}» ${FAULTS[verdict] ?? "necesita acceso"}`);
    const more = needy - named.length;
    return `${count}: ${names.join(", ")}${more > 0 ? `, y ${more} más` : ""}.`;
  },
  justNow: "hace menos de un minuto",
};
