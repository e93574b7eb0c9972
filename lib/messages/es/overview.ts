import type * as english from "#lib/messages/en/overview.ts";
import { counted } from "./plural.ts";

export const area = "overview";

export const OVERVIEW: typeof english.OVERVIEW = {
  title: "Resumen",
  description: "Cómo van sus webhooks.",
  checked: "Comparado con BigCommerce",
  figures: "Cifras",
  typesOn: "Tipos de eventos activados",
  viewWebhooks: "Ver webhooks",
  typesName: (on) => `${on} tipos de eventos activados, ver webhooks`,
  lastEvent: "Último evento",
  noEventYet: "Ninguno aún",
  lastEventName: (ago, summary) => `Último evento ${ago}, ${summary}, ver evento`,
  received: "Últimas 24 horas",
  events: (count) => `${count} ${count === "1" ? "evento" : "eventos"}`,
  viewEvents: "Ver eventos",
  receivedName: (count, trend) => `${count} eventos en 24 horas, ${trend}, ver eventos`,
  todo: "Por hacer",
  todoList: "Qué hay que hacer",
  fixAll: "Corregir todo",
  fixing: "Corrigiendo…",
  fixed: (count) => counted(count, "webhook corregido", "webhooks corregidos"),
  notFixed: (count) => `No se pudieron corregir ${counted(count, "webhook", "webhooks")}`,
  fixingMany: (count) => `Corrigiendo ${count} webhooks`,
  view: "Ver",
  seen: "Marcar como visto",
  seenBy: (who) => `Visto por ${who}`,
  notSeen: "No se pudo marcar como visto",
  moreFor: (sentence) => `Más acciones, ${sentence}`,
  since: "Detectado",
  more: (count) => `y ${count} más`,
  contact: "Contactar con soporte",
  severities: {
    lost: { label: "Se pierden eventos", variant: "danger" },
    risk: { label: "Requiere atención", variant: "warning" },
    wait: { label: "Esperar", variant: "secondary" },
  },
  recent: "Corregido hace poco",
  recentList: "Qué se corrigió en las últimas 24 horas",
  details: "Detalles de entrega",
  detailsText: "Retrasos, repeticiones y entregas rechazadas.",
  showDetails: "Mostrar detalles",
  hideDetails: "Ocultar detalles",
  repeats: "Repeticiones, 24 horas",
  delay: "Retraso de entrega, 24 horas",
  noDelay: "Ningún evento",
  delayText: (median, slowest) => `${median} normalmente, ${slowest} en el 5 % más lento`,
  columns: { events: "Recibidos", share: "Proporción", type: "Tipo de evento" },
  frequent: "Más frecuentes",
  frequentList: "Tipos de eventos más frecuentes",
  viewTypes: "Ver tipos de eventos",
  noneFrequent: "Ningún evento en este período.",
  moving: "Keeper tiene una nueva dirección",
  movingText: (here, all) =>
    `${here} de ${counted(all, "webhook la usa", "webhooks la usan")}. Estamos trasladando el resto.`,
  checkNow: "Comprobar ahora",
  checking: "Comprobando…",
  alreadyChecking: "Ya se está comprobando…",
  matches: "Todo coincide",
  checkFailed: "No se pudo comprobar con BigCommerce",
  spooled: (count) =>
    count === 1
      ? "1 evento aún no está en el registro. Llegó mientras nuestra base de datos no funcionaba. Lo añadimos lo antes posible."
      : `${count} eventos aún no están en el registro. Llegaron mientras nuestra base de datos no funcionaba. Los añadimos lo antes posible.`,
  slow: "Estas cifras tardan más de lo habitual.",
  emptyTitle: "Todavía no hay eventos",
  emptyText: "Los eventos aparecen aquí segundos después de que algo cambie en su tienda.",
  nothingOn: "No hay ningún tipo de evento activado",
  nothingOnText: "Elija los eventos que quiere recibir.",
  chooseEvents: "Elegir eventos",
};

export const stateBadge: typeof english.stateBadge = ({ state, todo }) => {
  const toFix = todo.alerts.filter(({ severity }) => severity !== "wait").length;
  switch (state) {
    case "good":
      return { label: "Todo bien", variant: "success" };
    case "losing":
      return { label: `${toFix} por hacer`, variant: "danger" };
    case "attention":
      return { label: `${toFix} por hacer`, variant: "warning" };
    case "waiting":
      return { label: "En espera", variant: "secondary" };
    case "first_event":
      return { label: "Esperando eventos", variant: "secondary" };
    case "nothing_on":
      return { label: "Nada activado", variant: "secondary" };
    case "checking":
      return { label: "Comprobando", variant: "secondary" };
  }
};

export const trendWords: typeof english.trendWords = (now, before, { tag }) => {
  if (before === null || before === 0) return now === 0 && before === 0 ? "igual que el día anterior" : "";
  const change = (now - before) / before;
  const percent = new Intl.NumberFormat(tag, { style: "percent", maximumFractionDigits: 0 }).format(
    Math.abs(change),
  );
  if (Math.abs(change) < 0.005) return "igual que el día anterior";
  return `${percent} ${change > 0 ? "más" : "menos"} que el día anterior`;
};
