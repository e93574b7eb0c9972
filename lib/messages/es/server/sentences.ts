import { isAlertCause } from "#lib/contract/values/alerts.ts";
import type * as english from "#lib/messages/en/server/sentences.ts";
import { CAUSE_NAMES } from "#lib/messages/es/alerts.ts";
import { counted, plural } from "#lib/messages/es/plural.ts";
import { THINGS } from "#lib/messages/es/privacy.ts";
import { nameIn } from "#lib/messages/format/name-in.ts";
import { CAUSES } from "./alerts.ts";
import { DESTINATION_FIELDS } from "./destinations.ts";

const events = (count: number) => counted(count, "evento", "eventos");
const thing = (type: string) => nameIn(THINGS, type);
const causeName = (cause: string) => `«${nameIn(CAUSE_NAMES, cause)}»`;

export const SENTENCES: typeof english.SENTENCES = {
  hook_missing: () => "Falta en BigCommerce.",
  hook_elsewhere: () => "Enviado a otra dirección.",
  hook_without_secret: () => "Secreto erróneo o ausente.",
  hook_off: () => "Desactivado en BigCommerce.",
  hook_doubled: () => "Duplicado.",
  hook_brings_doubles: () => "Este webhook trae por segunda vez eventos activados uno a uno.",
  hook_unwanted: () => "Se desactivó aquí.",
  hook_of_others: () => "Pertenece a otra instalación de Keeper.",
  hook_quiet: ({ days }) =>
    `Sin eventos desde hace ${counted(days, "día", "días")}, se renueva antes de que BigCommerce lo desactive.`,
  secret_renewed: () => "Se renovó el secreto de webhooks de esta tienda.",
  secret_everywhere: ({ hours }) =>
    `Todos los webhooks llevan el secreto nuevo desde hace ${counted(hours, "hora", "horas")}.`,
  secret_time_over: ({ days, hooks }) =>
    `${plural(days, "Ha pasado", "Han pasado")} ${counted(days, "día", "días")}. Webhooks que aún llevan el secreto anterior: ${hooks}.`,
  exceptions_wanted: () => "Quien gestiona Keeper quiere saber de las entregas fallidas.",
  exceptions_astray: () => "No llegaba a Keeper como se acordó.",
  exceptions_unwanted: () => "Quien gestiona Keeper ya no lo pide.",
  starter_set: () => "Una tienda nueva empieza con este conjunto.",
  wish_refused: () => "BigCommerce no lo llevó a cabo, así que está como antes.",
  grant_without_scopes: () =>
    "BigCommerce no indicó qué concede la tienda. La aplicación da por concedido lo que pidió.",
  grant_without_owner: () =>
    "BigCommerce no indicó de quién es la tienda. La aplicación lo sabrá cuando el propietario la abra.",
  grant_without_account: () => "BigCommerce no indicó a qué cuenta pertenece la tienda.",
  grant_without_email: () => "BigCommerce no indicó el correo electrónico de quien instaló la aplicación.",
  access_withdrawn: () => "BigCommerce indicó que esta persona ya no tiene acceso.",
  store_removed: ({ days }) => `La aplicación se eliminó hace ${counted(days, "día", "días")}.`,
  data_erased: ({ type, events: ofEvents, states }) => {
    const amounts = [
      ...(ofEvents > 0 ? [events(ofEvents)] : []),
      ...(states > 0 ? [counted(states, "estado conocido", "estados conocidos")] : []),
    ];
    return `Borrado (${thing(type)}): ${amounts.join(" y ") || "nada"}.`;
  },
  data_came_again: ({ type, events: again }) =>
    `BigCommerce volvió a enviar ${counted(again, "evento borrado", "eventos borrados")} (${thing(type)}).`,
  destination_gone: () => "Respondió que ya no quiere eventos.",
  destination_unanswered: () => "No aceptó nada durante cinco días.",
  destination_refused: () => "No podemos enviar nada a su dirección.",
  destination_fields: ({ fields }) => {
    const listed = fields.map((field) => nameIn(DESTINATION_FIELDS, field)).join(", ");
    return `Cambiado: ${listed}.`;
  },
  key_overlap: ({ hours }) =>
    hours === 0
      ? "La clave anterior terminó de inmediato."
      : `La clave anterior firma todavía ${counted(hours, "hora", "horas")}.`,
  resumed_from_position: () => "Sigue donde se detuvo.",
  resumed_from_now: () => "Sigue con los eventos nuevos.",
  deliveries: ({ events: count }) => `${events(count)}.`,
  alert: ({ cause, count }) => (isAlertCause(cause) ? CAUSES[cause].alert(count) : cause),
  told: ({ recipients, mutedCauses }) => {
    const muted = mutedCauses.length === 0 ? "" : `; no de ${mutedCauses.map(causeName).join(", ")}`;
    return `${recipients.join(", ") || "nadie"}${muted}`;
  },
};

export const UNKNOWN_SENTENCE: typeof english.UNKNOWN_SENTENCE = (code) =>
  `Una versión más reciente de Keeper anotó: ${code}.`;
