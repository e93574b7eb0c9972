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

export const WRITTEN: typeof english.WRITTEN = {
  "The webhook secret of this store was renewed.": "Se renovó el secreto de webhooks de esta tienda.",
  "It was turned off here.": "Se desactivó aquí.",
  "BigCommerce does not have this webhook.": "BigCommerce no tiene este webhook.",
  "BigCommerce sends these events to another address of this app.":
    "BigCommerce envía estos eventos a otra dirección de esta aplicación.",
  "Events arrive without the agreed secret.": "Los eventos llegan sin el secreto acordado.",
  "It is switched off at BigCommerce.": "Está desactivado en BigCommerce.",
  "This webhook brings events a second time that are turned on one by one.":
    "Este webhook trae por segunda vez eventos activados uno a uno.",
  "It belongs to another installation of this app.": "Pertenece a otra instalación de esta aplicación.",
  "BigCommerce has a second webhook for this event type.":
    "BigCommerce tiene un segundo webhook para este tipo de evento.",
  "Without an event for 75 days, it is renewed before BigCommerce switches it off.":
    "Sin eventos desde hace 75 días, se renueva antes de que BigCommerce lo desactive.",
  "Every webhook has carried the new secret for 50 hours.":
    "Todos los webhooks llevan el secreto nuevo desde hace 50 horas.",
  "BigCommerce said that this person no longer has access.":
    "BigCommerce indicó que esta persona ya no tiene acceso.",
  "Who runs this app wants to hear of failed deliveries.":
    "Quien gestiona esta aplicación quiere saber de las entregas fallidas.",
  "It did not reach this app as agreed.": "No llegaba a esta aplicación como se acordó.",
  "Who runs this app no longer asks for it.": "Quien gestiona esta aplicación ya no lo pide.",
  "BigCommerce did not say what the store grants. The app takes what it asked for as granted.":
    "BigCommerce no indicó qué concede la tienda. La aplicación da por concedido lo que pidió.",
  "BigCommerce did not say who owns the store. The app knows the owner once they open it.":
    "BigCommerce no indicó de quién es la tienda. La aplicación lo sabrá cuando el propietario la abra.",
  "BigCommerce did not say which account the store belongs to.":
    "BigCommerce no indicó a qué cuenta pertenece la tienda.",
  "BigCommerce did not say the e-mail address of who installed the app.":
    "BigCommerce no indicó el correo electrónico de quien instaló la aplicación.",
};
