import type * as english from "#lib/messages/en/webhook-details.ts";
import { counted } from "./plural.ts";

export const area = "webhookDetails";

const changes = (count: number) => counted(count, "cambio", "cambios");

export const DETAILS: typeof english.DETAILS = {
  noMatch: "Ningún tipo de evento coincide",
  noMatchText: "Pruebe con otra palabra o borre los filtros.",
  clearFilters: "Borrar filtros",
  channel: "ID del canal",
  channelText:
    "Estos tipos de evento se registran para un canal cada vez. El 1 es el primer canal de la tienda.",
  channelPick: "Canal",
  channelPickText: "Los tipos de evento por canal de abajo son los de este canal:",
  channelName: (name, id) => `${name} (${id})`,
  channelOther: (id) => `Canal ${id}`,
  channelsUnreadable: (count) =>
    count === 1 ? "No se pudo leer 1 canal más." : `No se pudieron leer ${count} canales más.`,
  left: (time) => `quedan ${time}`,
  whatWillChange: "Qué va a cambiar",
  planText: "BigCommerce difiere de lo que usted activó. Elija qué poner en orden.",
  applyChanges: (count) => `Aplicar ${changes(count)}`,
  verbs: { create: "Crear", update: "Cambiar", enable: "Activar", remove: "Eliminar" },
  planLine: (verb, title, reason) => `${verb} ${title}: ${reason}`,
  unmanaged: "No gestionados",
  unmanagedText: "Encontrados en BigCommerce, creados por esta aplicación, no activados aquí.",
  ofOthers: "Creado por otra instalación de esta aplicación, que también recibe estos eventos.",
  manage: "Gestionar",
  viewEvents: "Ver eventos",
  sentWhen: "Se envía cuando",
  contains: "Contiene",
  address: "Dirección",
  sentTo: "Se envía a",
  expected: "Dirección de esta aplicación",
  webhookId: "ID del webhook",
  copyId: "Copiar ID del webhook",
  copyScope: "Copiar scope",
  created: "Creado",
  checkedLabel: "Comprobado",
  covers: "Cubre",
  activity: "Últimas 24 horas",
  eventsCount: (count) => (count === "1" ? "1 evento" : `${count} eventos`),
  leavesOut: "No incluye",
  permission: "Para leer el resto",
  permissionNone: "No se puede leer nada más",
  permissionOf: (scope, state) => `${scope} (${state})`,
  permissionMissing: "no concedido por la tienda",
  permissionGranted: "concedido",
  example: "Ejemplo de carga útil",
  unknownType: "Este tipo de evento no está en el catálogo",
  unknownTypeText: "Puede estar mal escrito, o BigCommerce no lo ofrece.",
  viewAll: "Ver todos los webhooks",
};
