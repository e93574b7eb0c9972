import type * as english from "#lib/messages/en/overview.ts";
import { counted, plural } from "./plural.ts";

export const area = "overview";

export const OVERVIEW: typeof english.OVERVIEW = {
  title: "Resumen",
  description: "Cómo van sus webhooks.",
  checked: "Comparado con BigCommerce",
  figures: "Cifras",

  webhooksOn: "Webhooks activados",
  ofAll: (all) => `de ${all}`,
  viewWebhooks: "Ver webhooks",
  webhooksName: (on, all) => `${on} de ${all} webhooks activados, ver webhooks`,
  lastEvent: "Último evento",
  noEventYet: "Ninguno aún",
  lastEventName: (ago, summary) => `Último evento ${ago}, ${summary}, ver evento`,
  received: "Recibidos, 24 horas",
  viewEvents: "Ver eventos",
  receivedName: (count, trend) => `${count} eventos recibidos en 24 horas, ${trend}, ver eventos`,
  repeats: "Repeticiones, 24 horas",
  repeatsText: "Llegaron más de una vez",
  repeatsName: (count) =>
    `${count} llegadas repetidas en 24 horas, ver los eventos que llegaron más de una vez`,
  delay: "Retraso, 24 horas",
  noDelay: "Ningún evento",
  slowest: (span) => `El 5 % más lento: ${span} o más`,
  delayName: (median, slowest) =>
    `La mitad de los eventos llega en ${median} como máximo, el 5 % más lento tarda ${slowest} o más, ver eventos`,
  noDelayName: "Retraso desconocido, ningún evento en 24 horas, ver eventos",

  columns: {
    events: "Recibidos",
    share: "Proporción",
    type: "Tipo de evento",
    state: "Estado",
    remedy: "Qué ayuda",
  },

  frequent: "Más frecuentes",
  frequentList: "Tipos de evento más frecuentes",
  viewTypes: "Ver todos los tipos de evento",
  noneFrequent: "Ningún evento en este período.",
  attention: "Requiere atención",
  attentionList: "Webhooks que requieren atención",
  allGood: "Ningún webhook requiere atención.",
  bannerText: (title, verdict, more) =>
    more === 0 ? `${title}: ${verdict.toLowerCase()}.` : `${title}: ${verdict.toLowerCase()}, y ${more} más.`,
  bannerTitle: (count) => `${counted(count, "webhook requiere", "webhooks requieren")} atención`,
  review: "Revisar webhooks",

  moving: "Esta aplicación se ha mudado",
  movingText: (here, all) =>
    `${here} de ${counted(all, "webhook entrega", "webhooks entregan")} en su nueva dirección. Los demás siguen por sí solos.`,

  checkNow: "Comprobar ahora",
  checking: "Comprobando…",
  matches: "Todo coincide",
  differs: (count) => `${counted(count, "webhook difiere", "webhooks difieren")} de lo que usted activó`,
  checkFailed: "La comprobación no ha funcionado",

  slow: "Estas cifras tardan más de lo habitual.",
  emptyTitle: "Todavía no hay eventos",
  emptyText: "Los eventos aparecen aquí segundos después de que algo cambie en su tienda.",
  nothingOn: "No hay nada activado",
  nothingOnText: "Elija los eventos que quiere recibir.",
  chooseEvents: "Elegir eventos",
};

export const stateBadge: typeof english.stateBadge = ({ state, needsAttention }) => {
  const count = needsAttention.length;
  switch (state) {
    case "good":
      return { label: "Todo bien", variant: "success" };
    case "attention":
      return {
        label:
          count === 0 ? "Requiere atención" : `${count} ${plural(count, "requiere", "requieren")} atención`,
        variant: "warning",
      };
    case "not_receiving":
      return { label: "No recibe", variant: "danger" };
    case "nothing_on":
      return { label: "Nada activado", variant: "secondary" };
    case "checking":
      return { label: "Comprobando", variant: "secondary" };
  }
};

export const trendWords: typeof english.trendWords = (now, before, { tag }) => {
  if (before === 0) return now === 0 ? "como el día anterior" : "ninguno el día anterior";
  const change = (now - before) / before;
  const percent = new Intl.NumberFormat(tag, { style: "percent", maximumFractionDigits: 0 }).format(
    Math.abs(change),
  );
  if (Math.abs(change) < 0.005) return "como el día anterior";
  return `${percent} ${change > 0 ? "más" : "menos"} que el día anterior`;
};
