import { answerKind, failureDetail, type AnswerKind } from "#lib/contract/values/answer-kinds.ts";
import { EMAILS_PER_HOUR, type OffReason } from "#lib/contract/values/destinations.ts";
import type * as english from "#lib/messages/en/destinations.ts";
import type { Said, Standing } from "#lib/messages/standing.ts";
import { events, waitingEvents } from "./deliveries.ts";
import { counted, plural } from "./plural.ts";

export const area = "destinations";

export const DESTINATIONS: typeof english.DESTINATIONS = {
  title: "Destinos",
  description: "Envíe una copia de sus eventos a otro sistema, como su almacén o un canal de Slack.",
  add: "Añadir destino",
  slow: "Sus destinos tardan más de lo habitual en cargar.",
  list: "Sus destinos",
  ownerLine: "Solo el propietario de la tienda puede cambiar los destinos.",
  emptyTitle: "Todavía no hay destinos",
  emptyText:
    "Conecte un sistema que deba saber lo que ocurre en su tienda. Necesita una dirección web de su proveedor, o elija Slack, Google Sheets con Zapier o su propio servidor.",
  askDeveloper: "Preguntar al desarrollador",
  askText: (link) =>
    [
      "Webhook Keeper puede enviar los eventos de nuestra tienda a otro sistema. Hace falta:",
      "1. Una dirección https pública que acepte solicitudes POST y responda con un estado de 200 a 299 en 15 segundos.",
      "2. Qué eventos debe recibir el sistema, como los pedidos nuevos.",
      "3. Alguien que introduzca allí la clave de firma (Standard Webhooks) o nos diga cómo se acreditan las solicitudes.",
      ...(link === null ? [] : [`Añádalo aquí: ${link}`]),
    ].join("\n"),

  moreFor: (name) => `Más acciones, ${name}`,
  open: "Ver detalles",
  turnedOn: (name) => `${name} está activado`,
  turnedOff: (name) => `${name} está desactivado`,
  notChanged: "No se pudo cambiar el destino",
  resumeQuestion: (name) => `¿Activar ${name}?`,
  resumeText: "¿Qué hacemos con los eventos que ocurrieron mientras tanto?",
  resumeAll: (count, since) => `Enviar ${waitingEvents(count)} desde el ${since}`,
  resumeNow: "Solo a partir de ahora",
  turnOn: "Activar",
  tryNow: "Intentar ahora",
  trying: "Intentando…",
  viewEvents: "Ver eventos",
  changeAddress: "Cambiar dirección",
  checkKey: "Revisar clave",
  checkTemplate: "Revisar plantilla",
  copyMessage: "Copiar mensaje",
  message: (name, sentence) =>
    `Hola: nuestra tienda envía eventos a ${name} y no llegan. ${sentence} ¿Pueden solucionarlo?`,

  address: "Dirección",
  gets: "Recibe",
  lastAnswer: "Última respuesta",
  waits: "En espera",
  oldest: "Espera desde",
  rate: "Ritmo",
  everything: "Todos los eventos",
  types: (count) => counted(count, "tipo de evento", "tipos de evento"),
  filtered: "con un filtro",
  noRate: "Sin límite",
  perSecond: (rate) => `${rate} por segundo`,
  none: "Ninguna",

  gone: "Este destino ya no existe",
  goneText: "Quizá alguien lo haya eliminado.",
  viewAll: "Ver destinos",
  oneSlow: "Este destino tarda más de lo habitual en cargar.",
  tabs: "Partes de este destino",
  deliveries: "Entregas",
  settings: "Configuración",
  activity: "Actividad",
  newKey: (name, until) => `${name} tiene hasta el ${until} para usar la clave nueva.`,

  deliveriesSlow: "Estas entregas tardan más de lo habitual en cargar.",
  filter: "Mostrar",
  filters: { open: "Por revisar", failed: "Sin llegar", waiting: "En espera", all: "Todas" },
  deliveryList: "Entregas, las más recientes primero",
  noneOpen: "Todo ha llegado.",
  noneOther: "Aquí no hay nada.",
  more: "Mostrar más",
  skip: "Omitir",
  skipped: "Omitido",
  notSkipped: "No se pudo omitir",
  sendAll: "Enviar todo de nuevo",
  skipAll: "Omitir todo",
  skipAllQuestion: (count) => `¿Omitir ${events(count)}?`,
  skipAllText: (name) => `${name} nunca los recibirá. Siguen en su registro.`,
  sentAll: (count) => `Volvemos a enviar ${events(count)}.`,
  skippedAll: (count) => `${events(count)} ${plural(count, "omitido", "omitidos")}`,
  notDone: "No ha funcionado",
  took: (span) => `en ${span}`,
  attempts: (count) => counted(count, "intento", "intentos"),
  attemptList: "Intentos, los más recientes primero",
  answer: "Respuesta",
  copyCurl: "Copiar como cURL",
  curlFailed: "No se pudo copiar la solicitud",
  tried: (attempts) => (attempts === 1 ? "Intentado una vez." : `Intentado ${attempts} veces.`),

  keys: "Clave de firma",
  keysText: "Demuestra al destinatario que las solicitudes vienen de Keeper.",
  keyMade: (day) => `Creada el ${day}`,
  keyUntil: (moment) => `Firma hasta el ${moment}`,
  renew: "Renovar clave",
  renewQuestion: "¿Renovar la clave de firma?",
  renewText: "Keeper firma un tiempo con ambas claves, para que el destinatario pueda pasar a la nueva.",
  overlap: "La clave antigua firma todavía",
  overlaps: { none: "Nada", day: "24 horas", week: "7 días" },
  renewFailed: "No se pudo renovar la clave",
  keyOnce: "Cópiela ahora. No se volverá a mostrar.",
  publicKey: "Clave pública",
  publicKeyText: "Indíquela en el receptor. No es un secreto, y vuelve a encontrarla en la configuración.",
  copyKey: "Copiar clave",

  remove: "Eliminar destino",
  removeText: "Keeper deja de enviar y olvida qué fue de cada evento.",
  removeQuestion: (name) => `¿Eliminar ${name}?`,
  removeLoses: (waiting, failed) =>
    [
      waiting + failed === 0
        ? ""
        : `${waitingEvents(waiting + failed)} sin llegar ${plural(waiting + failed, "no se enviará", "no se enviarán")}.`,
      "Se borran su configuración, sus claves y su historial. No se puede deshacer.",
    ]
      .filter((part) => part !== "")
      .join(" "),
  removed: (name) => `${name} eliminado`,
  notRemoved: "No se pudo eliminar el destino",

  test: "Enviar evento de prueba",
  testing: "Enviando…",
  testFailed: "No se pudo enviar el evento de prueba",
  tested: (status, span) => `Respuesta ${status} en ${span}.`,
  testedKey: (status) => `Respuesta ${status}. El destinatario aún no conoce la clave: cópiela ahora.`,
  testedLate: (seconds) => `Sin respuesta en ${seconds} segundos.`,
  testedOther: (status) => `Respuesta ${status}.`,
};

export const STATE_BADGES: typeof english.STATE_BADGES = {
  new: { label: "Listo", variant: "secondary" },
  working: { label: "Funciona", variant: "success" },
  slow: { label: "Lento", variant: "warning" },
  ill: { label: "No responde", variant: "warning" },
  off: { label: "Desactivado", variant: "secondary" },
};

export const REFUSING_BADGE: typeof english.REFUSING_BADGE = { label: "No funciona", variant: "warning" };

export const FAILED_BADGE: typeof english.FAILED_BADGE = { label: "Por revisar", variant: "warning" };

const TROUBLES: Readonly<Record<AnswerKind, (name: string, since: string, detail: string | null) => string>> =
  {
    error: (name, since) => `${name} responde con un error desde ${since}.`,
    key: (name, since) => `${name} no acepta nuestra clave desde ${since}.`,
    denied: (name, since) =>
      `${name} no permite que nuestra clave envíe eventos desde ${since}. Revise sus permisos.`,
    clock: (name) => `El reloj de nuestro servidor no va bien para ${name}. Avise a quien gestiona Keeper.`,
    nothing_there: (name, since) => `${name} no tiene nada en esta dirección desde ${since}.`,
    moved: (name, _since, to) => `${name} se ha trasladado a ${to ?? "otra dirección"}. Indique la nueva.`,
    busy: (name) => `${name} nos pide ir más despacio.`,
    gone: (name) => `${name} nos dijo que ya no quiere eventos.`,
    rejected: (name, since) => `${name} rechaza eventos desde ${since}.`,
    late: (name, since) => `${name} no responde a tiempo desde ${since}.`,
    no_name: (name, since) => `No encontramos la dirección de ${name} desde ${since}.`,
    no_way: (name, since) => `${name} no responde desde ${since}.`,
    certificate_expired: (name) =>
      `El certificado de seguridad de ${name} ha caducado. Avise a su proveedor.`,
    certificate: (name) => `No logramos una conexión segura con ${name}. Avise a su proveedor.`,
    cut_off: (name, since) => `${name} corta la conexión desde ${since}.`,
    address: (name) => `No podemos enviar a la dirección de ${name} porque no es pública.`,
    token: (name) => `No obtenemos ningún token para ${name}. Revise la autenticación.`,
    unbuildable: (name) => `No podemos preparar lo que recibe ${name}. Revise la plantilla.`,
    broken: (name) => `Un evento guardado está dañado y no pudimos enviarlo a ${name}.`,
    unkept: (name) => `No pudimos guardar lo que respondió ${name}.`,
    too_large: (name) => `Un evento era más grande de lo que acepta ${name}.`,
    no_mail: () => "El correo no funciona aquí en este momento. Avise a quien gestiona Keeper.",
    not_a_member: (name) => `Nadie con acceso a esta tienda tiene la dirección de correo de ${name}.`,
    paced: (name) =>
      `${name} recibe como máximo ${EMAILS_PER_HOUR} correos por hora. Los demás eventos esperan.`,
    silent: (name, since) => `${name} no responde desde ${since}.`,
  };

const OFF: Readonly<Record<OffReason, (view: Standing, said: Said) => string>> = {
  person: ({ offBy, offAt }, { day }) =>
    `Desactivado${offBy === null ? "" : ` por ${offBy}`}${offAt === null ? "" : ` el ${day(offAt)}`}.`,
  gone: ({ name }) => `${name} nos dijo que ya no quiere eventos.`,
  unanswered: ({ name, offAt }, { day }) =>
    `Dejamos de intentarlo${offAt === null ? "" : ` el ${day(offAt)}`} porque ${name} no respondía.`,
  refused: () => "No podemos enviar a esta dirección porque no es pública.",
};

const wait = (count: number) => `${waitingEvents(count)} en espera`;
const kept = ({ waiting, waitingSince }: Standing, { day }: Said) =>
  waiting === 0
    ? null
    : `${waitingEvents(waiting)}${waitingSince === null ? "" : ` desde el ${day(waitingSince)}`} ${plural(waiting, "guardado", "guardados")}.`;

export const stateWords: typeof english.stateWords = (view, said) => {
  const { state, delivered, lastDeliveredAt, waiting, nextAt, offReason } = view;
  if (state === "off") return { sentence: OFF[offReason ?? "person"](view, said), rest: kept(view, said) };
  if (state === "ill") {
    const kind = answerKind({ status: view.lastStatus, failure: view.lastFailure });
    const next = nextAt === null ? "" : ` Próximo intento ${said.when(nextAt)}.`;
    return {
      sentence: TROUBLES[kind](
        view.name,
        said.when(view.since ?? view.createdAt),
        failureDetail(view.lastFailure),
      ),
      rest: `No se pierde nada${waiting === 0 ? "" : `: ${wait(waiting)}`}.${next}`,
    };
  }
  if (state === "slow")
    return {
      sentence: view.lastStatus === 429 || view.lastStatus === 503 ? TROUBLES.busy(view.name, "", null) : "",
      rest: `Los eventos llegan más tarde de lo habitual${waiting === 0 ? "" : `: ${wait(waiting)}`}.`,
    };
  const none = state === "new" ? "Aún no se ha enviado nada." : "Aún no ha llegado nada.";
  if (state === "new" || (delivered === 0 && lastDeliveredAt === null))
    return { sentence: none, rest: waiting === 0 ? null : `${wait(waiting)}.` };
  const last = lastDeliveredAt === null ? "" : `, el último ${said.ago(lastDeliveredAt)}`;
  return {
    sentence: `${delivered === 0 ? "Ningún evento" : events(delivered)} en 24 horas${last}.`,
    rest: waiting === 0 ? null : `${wait(waiting)}.`,
  };
};

export const gaveUpText: typeof english.gaveUpText = (name, failed) =>
  plural(
    failed,
    `${events(failed)} no llegó a ${name}, y ya no lo intentamos.`,
    `${events(failed)} no llegaron a ${name}, y ya no lo intentamos.`,
  );
