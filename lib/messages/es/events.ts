import type * as english from "#lib/messages/en/events.ts";
import { counted, plural } from "./plural.ts";

export const area = "events";

const events = (count: number) => counted(count, "evento", "eventos");

export const EVENTS: typeof english.EVENTS = {
  title: "Eventos",
  description: (days) =>
    days === undefined
      ? "Eventos de su tienda."
      : `Eventos de su tienda, guardados durante ${plural(days, "un día", `${days} días`)}.`,
  live: "En vivo",
  paused: "En pausa",
  connecting: "Conectando",
  reconnecting: "Reconectando",
  pause: "Pausar",
  resume: "Reanudar",
  keys: "Atajos de teclado",
  export: "Exportar",

  filters: "Filtros",
  search: "Buscar eventos",
  placeholder: "Nombre, correo, número o evento",
  eventTypes: (count) => (count === 0 ? "Tipos de evento: todos" : `Tipos de evento: ${count}`),
  chooseTypes: "Elegir tipos de evento",
  noTypes: "Ningún tipo de evento coincide",
  group: "Grupo",
  groups: {
    all: "Todos los grupos",
    orders: "Pedidos",
    shipments: "Envíos",
    products: "Productos",
    inventory: "Inventario y ubicaciones",
    categories: "Categorías y marcas",
    customers: "Clientes y suscriptores",
    carts: "Carritos",
    "price-lists": "Listas de precios",
    channels: "Canales y escaparates",
    store: "Tienda",
    b2b: "B2B",
  },
  proofFilter: "Prueba",
  proofs: {
    all: "Cualquier prueba",
    both: "Ambas pruebas",
    signature: "Solo firma",
    header: "Solo encabezado secreto",
    keeper: "Anotado por Keeper",
  },
  result: "Resultado",
  results: {
    all: "Todos los resultados",
    received: "Recibido",
    flagged: "Marcado",
    test: "De prueba",
    repeated: "Llegó más de una vez",
    not_sent: "No enviado",
  },
  time: "Período",
  times: {
    "1h": "Última hora",
    "24h": "Últimas 24 horas",
    "7d": "Últimos 7 días",
    "30d": "Últimos 30 días",
    custom: "Período propio",
  },
  from: "Desde",
  to: "Hasta",
  apply: "Aplicar",
  wrongOrder: "Elija un final posterior al inicio",
  active: "Filtros activos",
  searchChip: (text) => `«${text}»`,
  clear: "Borrar filtros",
  moreActions: "Más acciones",
  moreFilters: (active) => (active === 0 ? "Más filtros" : `Más filtros ${active}`),
  filtersButton: (active) => (active === 0 ? "Filtros" : `Filtros ${active}`),
  showEvents: "Mostrar eventos",
  lateChip: "Llegó tarde",

  shown: (count, hasOlder) => (hasOlder ? `Últimos ${count} eventos` : events(count)),
  none: "Ningún evento",
  showOlder: "Mostrar eventos más antiguos",
  showingOlder: "Cargando eventos más antiguos…",
  olderSlow: "Los eventos más antiguos tardan más de lo habitual. Los de arriba se quedan.",
  allShown: "Eso es todo.",
  newEvents: (count, isFull) =>
    isFull ? `Más de ${count} eventos nuevos` : counted(count, "evento nuevo", "eventos nuevos"),
  newWhilePaused: (count, isFull) =>
    `En pausa · ${isFull ? `más de ${count} nuevos` : counted(count, "nuevo", "nuevos")}`,
  lateEvents: (text, count) =>
    plural(count, `Acaba de llegar ${text} evento anterior`, `Acaban de llegar ${text} eventos anteriores`),
  viewLate: "Ver",
  list: "Registro de eventos",
  columns: {
    select: "Seleccionar",
    when: "Cuándo",
    event: "Evento",
    about: "Trata de",
    arrivals: "Llegadas",
  },
  nowShown: (count, hasOlder, newest) =>
    `${events(count)}${hasOlder ? " y otros más antiguos" : ""}. El más reciente: ${newest}`,
  arrivals: (count) => counted(count, "vez", "veces"),
  events,
  arrivedTimes: (count) => `Llegó ${counted(count, "vez", "veces")}`,
  later: (span) => `llegó ${span} después`,
  allAbout: (label) => `Todo sobre ${label}`,

  slow: "Los eventos nuevos tardan más de lo habitual en cargar. Seguiremos intentándolo.",
  unreadable: "Estos eventos tardan más de lo habitual en cargar.",
  timedOut: "La búsqueda tardó demasiado",
  timedOutText: "Elija un período más corto.",
  emptyTitle: "Todavía no hay eventos",
  emptyText: "Los eventos aparecen aquí segundos después de que algo cambie en su tienda.",
  emptyFiltered: "Ningún evento coincide con estos filtros",
  emptyFilteredText: "Borre un filtro o amplíe el período.",
  filteredOut: (ago) => `Su evento más reciente (${ago}) no coincide. Borre un filtro o amplíe el período.`,
  nothingOn: "No hay nada activado",
  nothingOnText: "Elija los eventos que quiere recibir.",
  chooseEvents: "Elegir eventos",

  loadingEvent: "Evento",
  gone: "Este evento ya no está en el historial",
  goneText: (days) =>
    days === undefined
      ? "Puede que sea demasiado antiguo."
      : `Los eventos se conservan ${counted(days, "día", "días")}.`,
  viewAll: "Ver todos los eventos",
  eventSlow: "Este evento tarda más de lo habitual en cargar.",
  newerEvent: "Evento más reciente",
  olderEvent: "Evento más antiguo",
  changes: "Qué cambió",
  eventType: "Tipo de evento",
  happened: "Ocurrió",
  happenedUntold: "No indicado",
  happenedUnreadable: (claim) => `Ilegible: ${claim}`,
  happenedByClaim: (time) => `${time}, según el propio evento`,
  receivedAt: "Recibido",
  proof: "Prueba",
  testProof: "Evento de prueba. No cuenta en sus totales.",
  hash: "Hash",
  size: "Tamaño",
  id: "ID",
  copyId: "Copiar ID del evento",
  copyHash: "Copiar hash",
  bytes: (count) => (count === "1" ? "1 byte" : `${count} bytes`),
  payload: "Carga útil",
  emptyPayload: "Este evento llegó sin carga útil.",
  headers: "Encabezados",
  technical: "Detalles técnicos",
  erase: "Borrar datos",
  print: "Imprimir evento",
  timeline: "Cronología",
  stepHappened: "Ocurrió en la tienda",
  stepUntold: "No se sabe cuándo ocurrió",
  stepArrived: "Llegó",
  stepArrivedAfter: (span) => `Llegó ${span} después`,
  stepRepeated: (count) => plural(count, "Llegó una vez más", `Llegó ${count} veces más, la última`),
  related: "Relacionados",
  relatedTo: (label) => `Los más recientes sobre ${label}`,
  relatedNone: "Este es el único evento al respecto.",
  relatedSlow: "Los eventos relacionados tardan más de lo habitual en cargar.",
  shownNow: "se muestra ahora",
  overview: (span, arrivals, isTimeKnown) =>
    [
      isTimeKnown
        ? span === null
          ? "Llegó en menos de un segundo."
          : `Llegó ${span} después.`
        : "No sabemos cuándo ocurrió.",
      ...(arrivals > 1
        ? [`BigCommerce lo envió ${arrivals === 2 ? "dos" : arrivals} veces; guardamos una copia.`]
        : []),
    ].join(" "),
  copyEvent: "Copiar",
  copyAs: { json: "JSON", curl: "cURL", fixture: "Fixture" },
  copyAsNames: {
    json: "Copiar como JSON",
    curl: "Copiar como solicitud de prueba firmada",
    fixture: "Copiar como fixture",
  },
  copyHint: "Añada su secreto de cliente al comando antes de ejecutarlo.",
  openInPanel: (label) => `Abrir ${label} en el panel de control`,
};

export const resultBadge: typeof english.resultBadge = ({ flags, isTest }) => {
  if (flags.length > 0) return { label: "Marcado", variant: "warning" };
  if (isTest) return { label: "Prueba", variant: "primary" };
  return { label: "Recibido", variant: "secondary" };
};

export const DEMO_BADGE: typeof english.DEMO_BADGE = { label: "Demo", variant: "primary" };

export const PROOFS: typeof english.PROOFS = {
  signature: "Firmado por BigCommerce",
  header: "Llegó con el encabezado secreto de esta tienda",
  both: "Firmado por BigCommerce, y llegó con el encabezado secreto de esta tienda",
  keeper: "Keeper lo anotó por su cuenta",
};

export const FLAGS: typeof english.FLAGS = {
  unreadable: "La carga útil no se pudo leer. Se conserva tal como llegó.",
  unknown_scope: "Este tipo de evento no está en la lista de los conocidos.",
  unknown_store: "Enviado para una tienda desconocida.",
  uninstalled_store: "Llegó después de que la aplicación se quitara de esta tienda.",
  other_store: "La carga útil pertenece a otra tienda.",
  time_in_other_form: "Su hora llegó en un formato poco habitual. Aun así, pudimos leerla.",
  time_unknown: "No dice cuándo ocurrió. Aparece según su llegada.",
  time_ahead: "Según él mismo, ocurrió después de llegar. Aparece según su llegada.",
  time_long_ago: "Según él mismo, es anterior a todo lo que conservamos. Aparece según su llegada.",
};
