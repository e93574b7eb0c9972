export const area = "search";

/** Texts about what the search box of the log understands. */
export const SEARCH_HELP: string = "How to search";

/** Terms of the search box, each with what it finds. */
export const SEARCH_TERMS: readonly { term: string; text: string }[] = [
  { term: "1023", text: "Events about anything with this ID" },
  { term: "order:1023", text: "One order; also product:, customer:, cart: and other things" },
  { term: "customer:12", text: "One customer, by ID" },
  { term: "scope:store/order/*", text: "One event type, several with commas, or a whole family" },
  { term: "group:orders,carts", text: "Groups of event types" },
  { term: "status:repeated", text: "Also received, flagged or test" },
  { term: "proof:header", text: "How it was proven: signature, header or both" },
  { term: "hash:64d346b7…", text: "One event, by its whole hash" },
];
