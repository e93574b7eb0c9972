import type * as english from "#lib/messages/en/search.ts";

export const area = "search";

export const searchHint: typeof english.searchHint = (key, values) => {
  const words = new Intl.ListFormat("fr", { type: "disjunction" }).format(values);
  return key === null ? `Avant un deux-points, écrivez ${words}.` : `${key}: peut être ${words}.`;
};

export const SEARCH_HELP: typeof english.SEARCH_HELP = "Comment rechercher";

export const SEARCH_TERMS: typeof english.SEARCH_TERMS = [
  { term: "1023", text: "Les événements sur tout ce qui porte cet ID" },
  { term: "tea towels", text: "Les événements sur un produit, une catégorie ou un client de ce nom" },
  { term: "ana@example.com", text: "Les événements sur ce client et ses commandes" },
  { term: "order:1023", text: "Une commande (aussi product:, customer:, cart:)" },
  { term: "customer:12", text: "Un client, par son ID" },
  { term: "scope:store/order/*", text: "Un type d’événement, plusieurs avec des virgules, ou une famille" },
  { term: "group:orders,carts", text: "Des groupes de types d’événement" },
  { term: "status:repeated", text: "Aussi received, flagged, test ou not_sent" },
  { term: "proof:header", text: "Comment il est prouvé : signature, header, both ou keeper" },
  { term: "hash:64d346b7", text: "Un événement, par le début de son hash" },
];
