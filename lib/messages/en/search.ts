export const area = "search";

/** What a term of the search box that we don't know could be. @param key Null where the key itself is none. */
export const searchHint = (key: string | null, values: readonly string[]): string => {
  const words = new Intl.ListFormat("en", { type: "disjunction" }).format(values).replace(", or", " or");
  return key === null ? `Before a colon you can write ${words}.` : `${key}: can be ${words}.`;
};

/** Texts about what the search box of the log understands. */
export const SEARCH_HELP: string = "How to search";

/** Terms of the search box, each with what it finds. */
export const SEARCH_TERMS: readonly { term: string; text: string }[] = [
  { term: "1023", text: "Events about anything with this ID" },
  { term: "tea towels", text: "Events about a product, category or customer with this name" },
  { term: "ana@example.com", text: "Events about this customer and their orders" },
  { term: "order:1023", text: "One order (also product:, customer:, cart:)" },
  { term: "customer:12", text: "One customer, by ID" },
  { term: "scope:store/order/*", text: "One event type, several with commas, or a whole family" },
  { term: "group:orders,carts", text: "Groups of event types" },
  { term: "status:repeated", text: "Also received, flagged, test or not_sent" },
  { term: "proof:header", text: "How it was proven: signature, header, both or keeper" },
  { term: "hash:64d346b7", text: "One event, by the start of its hash" },
];
