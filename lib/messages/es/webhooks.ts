import type * as english from "#lib/messages/en/webhooks.ts";
import { counted, plural } from "./plural.ts";

export const area = "webhooks";

const types = (count: number) => counted(count, "tipo de evento", "tipos de evento");
const webhooks = (count: number) => counted(count, "webhook", "webhooks");
const changes = (count: number) => counted(count, "cambio", "cambios");

export const WEBHOOKS: typeof english.WEBHOOKS = {
  title: "Webhooks",
  description: "Elija qué eventos de la tienda recibe.",
  ownOnly: "Estos son los webhooks de Keeper. BigCommerce no deja que una aplicación vea los de otra.",
  checked: "Comparado con BigCommerce",
  notChecked: "Aún no se ha comparado con BigCommerce.",
  unreadable: (count) =>
    count === 1 ? "No se pudo leer 1 webhook." : `No se pudieron leer ${count} webhooks.`,
  checkingNow: "Comparando ahora con BigCommerce.",
  needAttention: (count) => `${count} ${plural(count, "requiere", "requieren")} atención`,

  find: "Encontrar webhooks",
  placeholder: "Buscar tipos de evento",
  state: "Estado",
  allStates: "Todos los estados",
  filters: "Filtros",
  pillAttention: (count) => `Requieren atención ${count ?? "–"}`,
  pillOn: (count) => `Activados ${count ?? "–"}`,
  pillOff: (count) => `Desactivados ${count ?? "–"}`,
  pillUnmanaged: (count) => `No gestionados ${count}`,
  matches: (count) => `${types(count)} ${plural(count, "coincide", "coinciden")}`,
  collapseAll: "Contraer todo",
  selectAll: "Seleccionar todos",
  selectAllOf: (group) => `Seleccionar todos los de ${group}`,

  moreBySearch:
    "La búsqueda también encuentra tipos de evento de canales, B2B, listas de precios y metacampos.",

  onOf: (on, all) => `${on} de ${all} ${plural(on, "activado", "activados")}`,
  covers: (wildcard, count) => `${wildcard}: ${count} tipos`,
  turnOnAll: "Activar todos",
  turnOnAllOf: (group) => `Activar todos los de ${group}`,
  turnOffAll: "Desactivar todos",
  turnOffAllOf: (group) => `Desactivar todos los de ${group}`,
  overlap: (count) => `${types(count)} ${plural(count, "llega", "llegan")} dos veces`,
  overlapText: (wildcard) => `«${wildcard}» ya los incluye.`,
  turnOffSingles: "Desactivar los duplicados",

  columns: {
    event: "Evento",
    state: "Estado",
    lastEvent: "Último evento",
    lastDay: "Últimas 24 horas",
    receive: "Recibir",
    action: "Acción",
    address: "Dirección",
  },
  loadingState: (title) => `${title}, cargando`,
  turningOn: "Activando…",
  turningOff: "Desactivando…",
  noEvents: "Todavía no hay eventos",
  asOf: (time, ago) => `A las ${time}, ${ago}`,
  coveredBy: (title) => `Cubierto por ${title}`,
  lockedHint: "Disponible cuando BigCommerce responda",
  lockedByAccessHint: "Disponible cuando autorice de nuevo la aplicación",
  lockedByRunHint: "Disponible cuando terminen los cambios",
  viewEvents: "Ver eventos",
  copyScope: "Copiar scope",
  ownerLine: "Solo el propietario de la tienda puede cambiar los webhooks.",
  sendTest: "Enviar evento de prueba",
  moreFor: (title) => `Más acciones, ${title}`,

  checkNow: "Comprobar ahora",
  checking: "Comprobando…",
  alreadyChecking: "Ya se está comprobando…",
  everythingMatches: "Todo coincide",
  applied: (count) => `${webhooks(count)} ${plural(count, "reparado", "reparados")}`,

  isOn: (title) => `${title} está activado. El primer evento puede tardar un minuto.`,
  isOff: (title) => `${title} está desactivado.`,
  wasOn: (title) => `${title} ya estaba activado`,
  wasOff: (title) => `${title} ya estaba desactivado`,
  staysOff: (title) => `No se pudo activar ${title}`,
  staysOn: (title) => `No se pudo desactivar ${title}`,
  mended: (title) => `${title} está reparado.`,
  notMended: (title) => `No se pudo reparar ${title}`,

  turnOn: "Activar",
  turnOff: "Desactivar",
  fix: "Reparar",
  selected: (count) => `${count} ${plural(count, "seleccionado", "seleccionados")}`,
  clearSelection: "Borrar selección",
  areOn: (count) => `${webhooks(count)} ${plural(count, "activado", "activados")}.`,
  areOff: (count) => `${webhooks(count)} ${plural(count, "desactivado", "desactivados")}.`,
  replaced: (count) => `${webhooks(count)} ${plural(count, "reemplazado", "reemplazados")}.`,
  nothingToDo: "Nada que cambiar",
  refusedTitle: (count) => `${changes(count)} ${plural(count, "rechazado", "rechazados")}`,

  presets: "Recomendados",
  setOnOf: (on, all) => `${on} de ${all} ${plural(on, "activado", "activados")}`,
  setIncluded: (title) => `Otros webhooks ya incluyen ${title}`,

  remove: "Eliminar",
  attention: (count) => `${webhooks(count)} ${plural(count, "requiere", "requieren")} atención`,
  attentionText: "Pueden faltar eventos hasta que se reparen.",
  fixAll: "Reparar todos",

  slow: "Sus webhooks tardan más de lo habitual en cargar.",
};
