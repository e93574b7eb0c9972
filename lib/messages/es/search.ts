import type * as english from "#lib/messages/en/search.ts";

export const area = "search";

export const searchHint: typeof english.searchHint = (key, values) => {
  const words = new Intl.ListFormat("es", { type: "disjunction" }).format(values);
  return key === null ? `Antes de dos puntos puede escribir ${words}.` : `${key}: puede ser ${words}.`;
};

export const SEARCH_HELP: typeof english.SEARCH_HELP = "Cómo buscar";

export const SEARCH_TERMS: typeof english.SEARCH_TERMS = [
  { term: "1023", text: "Eventos sobre cualquier cosa con este ID" },
  { term: "tea towels", text: "Eventos sobre un producto, una categoría o un cliente con este nombre" },
  { term: "ana@example.com", text: "Eventos sobre este cliente y sus pedidos" },
  { term: "order:1023", text: "Un pedido (también product:, customer:, cart:)" },
  { term: "customer:12", text: "Un cliente, por su ID" },
  { term: "scope:store/order/*", text: "Un tipo de evento, varios con comas o una familia entera" },
  { term: "group:orders,carts", text: "Grupos de tipos de evento" },
  { term: "status:repeated", text: "También received, flagged, test o not_sent" },
  { term: "proof:header", text: "Cómo se probó: signature, header, both o keeper" },
  { term: "hash:64d346b7", text: "Un evento, por el comienzo de su hash" },
];
