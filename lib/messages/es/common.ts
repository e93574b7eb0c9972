import type * as english from "#lib/messages/en/common.ts";

export const area = "common";

export const COMMON: typeof english.COMMON = {
  product: "Webhook Keeper",
  sections: "Secciones",
  skip: "Ir al contenido",
  notifications: "Notificaciones",
  close: "Cerrar",
  closeMessage: "Cerrar mensaje",
  cancel: "Cancelar",
  tryAgain: "Reintentar",
  trouble: "Esto tarda más de lo habitual. Inténtelo de nuevo.",
  unreachable: "Keeper tarda más de lo habitual en responder.",
  justNow: "ahora mismo",
  undo: "Deshacer",
  view: "Ver",
  viewDetails: "Ver detalles",
  newTab: "Se abre en una pestaña nueva",
  copy: "Copiar",
  copyLink: "Copiar enlace",
  copied: "Copiado",
  copyByHand: "Pulse Ctrl+C para copiar",
  wrap: "Ajustar líneas",
  notLaidOut: "Está anidado con demasiada profundidad para ordenarlo. Se muestra tal como llegó.",
  download: "Descargar",
  downloadNamed: (name) => `Descargar ${name.toLowerCase()}`,
  loading: "Cargando",
  search: "Buscar",
  showChoices: "Mostrar opciones",
  select: "Seleccionar",
  selectNamed: (name) => `Seleccionar ${name}`,
  copyNamed: (name) => `Copiar ${name.toLowerCase()}`,
  actionOn: (action, thing) => `${action}: ${thing}`,
  help: "Ayuda",
  support: "Contactar con soporte",
  sendTest: "Enviar evento de prueba",
  privacy: "Privacidad",
  terms: "Condiciones",
  newer: "Más recientes",
  older: "Más antiguos",
  rowsPerPage: "Mostrar",
  pages: "Páginas",
  showAsTable: "Mostrar como tabla",
  showAsChart: "Mostrar como gráfico",
  moreActions: "Más acciones",
  find: "Encontrar",
  clearAll: "Borrar todo",
};

export const SECTION_NAMES: typeof english.SECTION_NAMES = {
  overview: "Resumen",
  webhooks: "Webhooks",
  events: "Eventos",
  destinations: "Destinos",
  settings: "Configuración",
  welcome: "Bienvenida",
};

export const alertCount: typeof english.alertCount = (count) => `${count} por hacer`;

export const GUIDE_LINKS: typeof english.GUIDE_LINKS = {
  "what-keeper-does": "Cómo funciona Keeper",
  "choose-webhooks": "Cómo elegir webhooks",
  "read-the-event-log": "Cómo leer el registro",
  "fix-a-problem": "Cómo resolver problemas",
  destinations: "Cómo funcionan los destinos",
  alerts: "Cómo funcionan las alertas",
  "privacy-and-data": "Cómo tratamos los datos",
};
