import { COUNTED_MAX, EMAILS_PER_HOUR } from "#lib/contract/values/destinations.ts";
import { answerKind, failureDetail, type AnswerKind } from "#lib/contract/values/answer-kinds.ts";
import type * as english from "#lib/messages/en/deliveries.ts";
import { counted, plural } from "./plural.ts";

export const area = "deliveries";

export const events: typeof english.events = (count) => counted(count, "evento", "eventos");

export const waitingEvents: typeof english.waitingEvents = (count) =>
  count >= COUNTED_MAX ? `más de ${events(COUNTED_MAX)}` : events(count);

export const DELIVERIES: typeof english.DELIVERIES = {
  sentTo: "Enviado a",
  slow: "Todavía no sabemos adónde se envió este evento.",
  delivered: (span) => (span === null ? "Entregado al momento" : `Entregado después de ${span}`),
  arrived: "Entregado",
  waits: "Pendiente de envío",
  waitsBehind: (count) => `Espera detrás de ${waitingEvents(count)}.`,
  waitsFor: (time) => `Próximo intento ${time}`,
  failed: "No llegó",
  dismissed: "Omitido",
  notWanted: "No enviado",
  sendAgain: "Volver a enviar",
  resend: "Reenviar…",
  resendQuestion: (name) => `¿Reenviar a ${name}?`,
  resendText: (name) =>
    `${name} ya tiene este evento y lo recibirá dos veces. La copia lleva el mismo ID, y un encabezado indica que se reenvió.`,
  resendEvent: "Reenviar evento",
  sendNow: "Enviar ahora",
  sending: "Enviando…",
  sentAgain: "Lo enviamos de nuevo.",
  notSentAgain: "No se pudo volver a enviar",

  card: "Destinos",
  view: "Ver destinos",
  working: (working, all) => (working === all ? "Sin problemas" : `${working} de ${all} sin problemas`),
  needing: (count) => `${count} ${plural(count, "necesita", "necesitan")} su atención`,
  retrying: (count) => `${count} no ${plural(count, "acepta", "aceptan")} eventos en este momento`,
  allWell: "Nada pendiente",
  waiting: (count) => `${waitingEvents(count)} en espera`,
  gaveUp: (count) => `${events(count)} sin llegar`,
  more: (count) => `y ${count} más`,
};

const ANSWERS: Readonly<
  Record<AnswerKind, (name: string, status: number | null, detail: string | null) => string>
> = {
  error: (name, status) => `${name} respondió con un error (${status}).`,
  key: (name, status) => `${name} no aceptó nuestra clave (${status}).`,
  denied: (name, status) => `${name} no permite que nuestra clave envíe eventos (${status}).`,
  clock: (name, status) => `El reloj de nuestro servidor no va bien para ${name} (${status}).`,
  nothing_there: (name, status) => `${name} no encontró nada en esta dirección (${status}).`,
  moved: (name, status, to) => `${name} se ha trasladado a ${to ?? "otra dirección"} (${status}).`,
  busy: (name, status) => `${name} nos pide que esperemos (${status}).`,
  gone: (name, status) => `${name} ya no quiere eventos (${status}).`,
  rejected: (name, status) => `${name} lo rechazó (${status}).`,
  late: (name) => `${name} no respondió a tiempo.`,
  no_name: (name) => `No encontramos la dirección de ${name}.`,
  no_way: (name) => `No podemos contactar con ${name}.`,
  certificate_expired: (name) => `El certificado de seguridad de ${name} ha caducado.`,
  certificate: (name) => `No logramos una conexión segura con ${name}.`,
  cut_off: (name) => `${name} cortó la conexión.`,
  address: (name) => `No podemos enviar a la dirección de ${name} porque no es pública.`,
  token: (name) => `No obtuvimos ningún token para ${name}. Revise la autenticación.`,
  unbuildable: (name) => `No pudimos preparar lo que recibe ${name}. Revise la plantilla.`,
  broken: (name) => `El evento guardado está dañado y no pudimos enviarlo a ${name}.`,
  unkept: (name) => `No pudimos guardar lo que respondió ${name}.`,
  too_large: (name) => `El evento es más grande de lo que acepta ${name}.`,
  no_mail: () => "El correo no funciona aquí en este momento. Avise a quien gestiona Keeper.",
  not_a_member: (name) => `Nadie con acceso a esta tienda tiene la dirección de correo de ${name}.`,
  paced: (name) => `${name} recibe como máximo ${EMAILS_PER_HOUR} correos por hora. Este evento espera.`,
  silent: (name) => `${name} no respondió.`,
};

export const answerText: typeof english.answerText = (name, answer) =>
  ANSWERS[answerKind(answer)](name, answer.status, failureDetail(answer.failure));

const NOT_WANTED: Readonly<Record<string, (name: string) => string>> = {
  type: (name) => `${name} no recibe este tipo de evento.`,
  filter: (name) => `El filtro de ${name} lo deja fuera.`,
  test: () => "Los eventos de prueba se quedan en Keeper.",
  off: (name) => `${name} estaba desactivado.`,
  before: (name) => `${name} se añadió más tarde.`,
  newer: (name) => `${name} recibe solo el más reciente de varios eventos.`,
};

export const notWantedText: typeof english.notWantedText = (name, reason) =>
  (NOT_WANTED[reason ?? ""] ?? NOT_WANTED["type"])?.(name) ?? "";
