import type * as english from "#lib/messages/en/webhook-details.ts";
import { counted, plural } from "./plural.ts";

export const area = "webhookDetails";

const types = (count: number) => counted(count, "tipo de evento", "tipos de evento");
const webhooks = (count: number) => counted(count, "webhook", "webhooks");
const changes = (count: number) => counted(count, "cambio", "cambios");

export const DETAILS: typeof english.DETAILS = {
  noMatch: "Ningún tipo de evento coincide",
  noMatchText: "Pruebe con otra palabra o borre los filtros.",
  clearFilters: "Borrar filtros",
  channel: "ID del canal",
  channelText:
    "Estos tipos de evento se registran para un canal cada vez. El 1 es el primer canal de la tienda.",
  channelPick: "Canal",
  channelName: (name, id) => `${name} (${id})`,
  channelOther: (id) => `Canal ${id}`,
  channelsUnreadable: (count) =>
    count === 1 ? "No se pudo leer 1 canal más." : `No se pudieron leer ${count} canales más.`,
  left: (time) => `quedan ${time}`,
  whatWillChange: "Qué va a cambiar",
  planText: "Algunos webhooks no coinciden con sus ajustes. Elija qué reparar.",
  applyChanges: (count) => `Aplicar ${changes(count)}`,
  verbs: {
    create: "volver a registrar",
    update: "cambiar",
    enable: "volver a activar",
    remove: "eliminar",
  },
  planLine: (verb, title, reason) => `${title}: ${verb}. ${reason}`,
  unmanaged: "No gestionados",
  unmanagedText: "Creados por Keeper, pero no activados aquí.",
  ofOthers: "Otra instalación de Keeper lo creó y también recibe estos eventos.",
  manage: "Gestionar",
  sentWhen: "Se envía cuando",
  contains: "Contiene",
  address: "Dirección",
  sentTo: "Se envía a",
  expected: "Dirección de Keeper",
  webhookId: "ID del webhook",
  copyId: "Copiar ID del webhook",
  technical: "Detalles técnicos",
  created: "Creado",
  checkedLabel: "Comprobado",
  covers: "Cubre",
  leavesOut: "No incluye",
  permission: "Permiso para los detalles",
  permissionNone: "No se puede leer nada más",
  permissionOf: (scope, state) => `${scope} (${state})`,
  permissionMissing: "no concedido por la tienda",
  permissionGranted: "concedido",
  example: "Ejemplo de carga útil",
  unknownType: "Este tipo de evento no está en el catálogo",
  unknownTypeText: "Puede estar mal escrito, o BigCommerce no lo ofrece.",
  viewAll: "Ver todos los webhooks",

  turnOn: "Activar",
  turnOff: "Desactivar",
  replace: "Reemplazar",
  askOn: (count) => `¿Activar ${webhooks(count)}?`,
  askOff: (count) => `¿Desactivar ${webhooks(count)}?`,
  askOnSet: (title) => `¿Activar ${title}?`,
  askOffSet: (title) => `¿Desactivar ${title}?`,
  askReplace: (wildcard, count) =>
    `${wildcard} incluye ${count} ya ${plural(count, "activado. ¿Reemplazarlo?", "activados. ¿Reemplazarlos?")}`,
  askReplaceMany: (count) =>
    `Estos incluyen ${count} ya ${plural(count, "activado. ¿Reemplazarlo?", "activados. ¿Reemplazarlos?")}`,
  replaceText: "Sigue recibiendo estos eventos. Cada uno llega una vez.",
  repeatsText: (count, all) =>
    count === all
      ? "Estos repiten, por canal, eventos que ya recibe. Cada evento llegará dos veces."
      : `${count} de ellos ${plural(count, "repite", "repiten")}, por canal, eventos que ya recibe. Esos eventos llegarán dos veces.`,
  busyText: "Las tiendas con mucha actividad envían miles de eventos de productos y carritos al día.",
  askOffText:
    "Los eventos nuevos dejan de llegar en menos de un minuto. Los ya recibidos se quedan en el registro.",
  setText: (add, on) =>
    on === 0
      ? `Esto activa ${types(add)}.`
      : `Esto activa ${types(add)}. ${on} del conjunto ya ${plural(on, "está activado", "están activados")}.`,
  moreNames: (count) => `y ${count} más`,
  typesAsked: "Tipos de evento",
  removeAsk: (title) => `¿Eliminar ${title}?`,
  removeOfOthersText:
    "Otra instalación de Keeper creó este webhook. Esa instalación deja de recibir estos eventos. Aquí no cambia nada.",
  removeText:
    "BigCommerce deja de enviar a esta dirección. Los eventos ya recibidos se quedan en el registro.",
};
