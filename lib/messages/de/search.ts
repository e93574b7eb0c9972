import type * as english from "#lib/messages/en/search.ts";

export const area = "search";

export const searchHint: typeof english.searchHint = (key, values) => {
  const words = new Intl.ListFormat("de", { type: "disjunction" }).format(values);
  return key === null ? `Vor einem Doppelpunkt kann ${words} stehen.` : `${key}: kann ${words} sein.`;
};

export const SEARCH_HELP: typeof english.SEARCH_HELP = "So suchen Sie";

export const SEARCH_TERMS: typeof english.SEARCH_TERMS = [
  { term: "1023", text: "Ereignisse zu allem mit dieser ID" },
  { term: "tea towels", text: "Ereignisse zu Produkt, Kategorie oder Kunde dieses Namens" },
  { term: "ana@example.com", text: "Ereignisse zu diesem Kunden und seinen Bestellungen" },
  { term: "order:1023", text: "Eine Bestellung (ebenso product:, customer:, cart:)" },
  { term: "customer:12", text: "Ein Kunde, nach ID" },
  { term: "scope:store/order/*", text: "Ein Ereignistyp, mehrere mit Kommas, oder eine ganze Familie" },
  { term: "group:orders,carts", text: "Gruppen von Ereignistypen" },
  { term: "status:repeated", text: "Ebenso received, flagged, test oder not_sent" },
  { term: "proof:header", text: "Wie es nachgewiesen ist: signature, header, both oder keeper" },
  { term: "hash:64d346b7", text: "Ein Ereignis, nach dem Anfang seines Hashs" },
];
