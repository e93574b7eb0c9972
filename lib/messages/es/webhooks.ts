import type * as english from "#lib/messages/en/webhooks.ts";
import { counted, plural } from "./plural.ts";

export const area = "webhooks";

const types = (count: number) => counted(count, "tipo de evento", "tipos de evento");
const webhooks = (count: number) => counted(count, "webhook", "webhooks");
const changes = (count: number) => counted(count, "cambio", "cambios");

export const WEBHOOKS: typeof english.WEBHOOKS = {
  title: "Webhooks",
  description: "Elija qué eventos de la tienda recibe.",
  checked: "Comparado con BigCommerce",
  notChecked: "Aún no se ha comparado con BigCommerce.",
  unreadable: (count) =>
    count === 1 ? "No se pudo leer 1 webhook." : `No se pudieron leer ${count} webhooks.`,
  checkingNow: "Comparando ahora con BigCommerce.",
  needAttention: (count) => `${count} ${plural(count, "requiere", "requieren")} atención`,

  find: "Encontrar webhooks",
  placeholder: "Buscar por nombre o scope",
  state: "Estado",
  allStates: "Todos los estados",
  filters: "Filtros",
  pillAttention: (count) => `Requieren atención ${count}`,
  pillOn: (count) => `Activados ${count}`,
  pillOff: (count) => `Desactivados ${count}`,
  pillUnmanaged: (count) => `No gestionados ${count}`,
  matches: (count) => `${types(count)} ${plural(count, "coincide", "coinciden")}`,
  collapseAll: "Contraer todo",

  onOf: (on, all) => `${on} de ${all} ${plural(on, "activado", "activados")}`,
  turnOnAll: "Activar todos",
  turnOnAllOf: (group) => `Activar todos los de ${group}`,
  overlap: (count) => `${types(count)} ${plural(count, "llega", "llegan")} dos veces`,
  overlapText: "Un webhook «Todos los eventos…» también los trae. Desactive los simples.",
  turnOffSingles: "Desactivar los simples",

  columns: {
    event: "Evento",
    state: "Estado",
    lastEvent: "Último evento",
    lastDay: "Últimas 24 horas",
    receive: "Recibir",
    action: "Acción",
    address: "Dirección",
  },
  receive: (title) => `Recibir eventos de ${title}`,
  receiveLoading: (title) => `Recibir eventos de ${title}, cargando`,
  turningOn: "Activando…",
  turningOff: "Desactivando…",
  noEvents: "Todavía no hay eventos",
  asOf: (time, ago) => `A las ${time}, ${ago}`,
  coveredBy: (title) => `Cubierto por ${title}`,
  ownerLine: "Solo el propietario de la tienda puede cambiar los webhooks.",
  lockedHint: "Disponible de nuevo cuando BigCommerce responda",
  lockedByRunHint: "Disponible de nuevo cuando terminen los cambios en curso",
  details: "Detalles",
  sendTest: "Enviar evento de prueba",
  moreFor: (title) => `Más acciones, ${title}`,

  checkNow: "Comprobar ahora",
  checking: "Comprobando…",
  everythingMatches: "Todo coincide",
  applied: (count) => `${changes(count)} ${plural(count, "aplicado", "aplicados")}`,

  isOn: (title) => `${title} está activado. El primer evento puede tardar un minuto.`,
  isOff: (title) => `${title} está desactivado.`,
  wasOn: (title) => `${title} ya estaba activado`,
  wasOff: (title) => `${title} ya estaba desactivado`,
  staysOff: (title) => `${title} sigue desactivado`,
  staysOn: (title) => `${title} sigue activado`,
  mended: (title) => `${title} está en orden.`,
  notMended: (title) => `${title} aún no está en orden`,

  turnOn: "Activar",
  turnOff: "Desactivar",
  reregister: "Volver a registrar",
  selected: (count) => `${count} ${plural(count, "seleccionado", "seleccionados")}`,
  clearSelection: "Borrar selección",
  askOn: (count) => `¿Activar ${webhooks(count)}?`,
  askOnText: "Las tiendas con mucha actividad pueden enviar miles de eventos de productos al día.",
  askOff: (count) => `¿Desactivar ${webhooks(count)}?`,
  askOffText:
    "Los eventos nuevos dejan de llegar en menos de un minuto. Los ya recibidos se quedan en el registro.",
  areOn: (count) => `${webhooks(count)} ${plural(count, "activado", "activados")}.`,
  areOff: (count) => `${webhooks(count)} ${plural(count, "desactivado", "desactivados")}.`,
  nothingToDo: "Nada que cambiar",
  refusedTitle: (count) => `${changes(count)} ${plural(count, "rechazado", "rechazados")}`,

  presets: "Conjuntos preparados",
  presetAsk: (title) => `¿Activar ${title}?`,
  presetText: (add, on) =>
    on === 0
      ? `Esto activa ${types(add)}.`
      : `Esto activa ${types(add)}. ${types(on)} del conjunto ya ${plural(on, "está activado", "están activados")}.`,
  presetDone: (title) => `${title} ya está activado`,

  remove: "Eliminar",
  removeAsk: (title) => `¿Eliminar ${title}?`,
  removeOfOthersText:
    "Otra instalación de esta aplicación creó este webhook. Dejará de recibir estos eventos. Lo que llega aquí sigue igual.",
  removeText:
    "BigCommerce deja de enviar a esta dirección. Los eventos ya recibidos se quedan en el registro.",
  attention: (count) => `${counted(count, "webhook falta", "webhooks faltan")} en BigCommerce`,
  attentionText: "Los eventos nuevos de estos tipos se pierden hasta que vuelva a registrarlos.",
  reregisterAll: "Volver a registrar todos",

  slow: "Los estados de sus webhooks tardan más de lo habitual en cargar.",
};
