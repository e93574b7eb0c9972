import { STARTER_SCOPES } from "#lib/catalogue/catalogue.ts";
import type { EventFilter } from "#lib/contract/events.ts";
import { SELDOM_SCOPES } from "./fill.ts";

const DAY_MS = 86_400_000;
const ABSENT_HASH = "0".repeat(40);

/** What one query of each kind is asked with: another thing at each turn, so that no page is warm from the last. */
export interface Turn {
  /** An id that some of the store's events are about. */
  id: number;
  /** The hash of one of them. */
  hash: string;
  /** An instant of the month. */
  at: Date;
  /** The cursor of that instant. */
  cursor: string;
}

type Query = EventFilter & { cursor?: string };

const scope = STARTER_SCOPES.join(",");
const [seldom = ""] = SELDOM_SCOPES;
const dayBefore = ({ at }: Turn) => ({
  from: new Date(at.getTime() - DAY_MS).toISOString(),
  to: at.toISOString(),
});

/** Every kind of filter that the log knows, those that find nothing among them, and what people combine. */
export const LOG_FILTERS: Readonly<Record<string, (turn: Turn) => Query>> = {
  none: () => ({}),
  cursor: ({ cursor }) => ({ cursor }),
  period: dayBefore,

  scope: ({ cursor }) => ({ scope: "store/order/created", cursor }),
  scopeSeldom: () => ({ scope: seldom }),
  scopeAbsent: () => ({ scope: "store/robot/built" }),
  scopes3Seldom: ({ cursor }) => ({ scope: SELDOM_SCOPES.slice(0, 3).join(","), cursor }),
  scopes2Absent: () => ({ scope: "store/robot/built,store/robot/sold" }),
  scopes12: () => ({ scope }),
  scopes12Cursor: ({ cursor }) => ({ scope, cursor }),
  scopes12Period: (turn) => ({ scope, ...dayBefore(turn) }),
  scopes12Received: ({ cursor }) => ({ scope, cursor, status: "received" }),
  scopes42: () => ({ q: "created" }),
  scopes179: ({ cursor }) => ({ q: "store", cursor }),

  resource: ({ id }) => ({ resource: `order:${id}` }),
  resourceSearched: ({ id }) => ({ q: `product:${id}` }),
  resourceAnyType: ({ id }) => ({ q: String(id) }),
  resourceAbsent: ({ id }) => ({ q: `robot ${id}` }),
  resourceScopes12: ({ id }) => ({ q: String(id), scope }),
  resourceReceived: ({ id }) => ({ resource: `order:${id}`, status: "received" }),
  resourceRepeated: ({ id }) => ({ q: String(id), status: "repeated" }),

  hash: ({ hash }) => ({ q: hash }),
  hashAbsent: () => ({ q: ABSENT_HASH }),
  hashScopes12: ({ hash }) => ({ q: hash, scope }),

  received: ({ cursor }) => ({ cursor, status: "received" }),
  flagged: () => ({ status: "flagged" }),
  test: () => ({ status: "test" }),
  repeated: ({ cursor }) => ({ cursor, status: "repeated" }),
  flaggedPeriod: (turn) => ({ status: "flagged", ...dayBefore(turn) }),
  flaggedScope: () => ({ status: "flagged", scope: "store/order/created" }),
  flaggedScopeAbsent: () => ({ status: "flagged", scope: "store/robot/built" }),
  repeatedScopeSeldom: () => ({ status: "repeated", scope: seldom }),
  repeatedScopes12: ({ cursor }) => ({ status: "repeated", scope, cursor }),

  group: ({ cursor }) => ({ group: "orders", cursor }),
  groupSeldom: () => ({ group: "price-lists" }),
  groupsPeriod: (turn) => ({ group: "orders,carts,channels", ...dayBefore(turn) }),
  groupScopeAbsent: () => ({ group: "b2b", scope: "store/order/created" }),
  groupResource: ({ id }) => ({ group: "orders", resource: `order:${id}` }),
  groupFlagged: () => ({ group: "products", status: "flagged" }),

  proofHeader: ({ cursor }) => ({ proof: "header", cursor }),
  proofSignature: () => ({ proof: "signature" }),
  proofBoth: ({ cursor }) => ({ proof: "both", cursor }),
  proofScopes12: ({ cursor }) => ({ proof: "header", scope, cursor }),
  proofScopeAbsent: () => ({ proof: "signature", scope: "store/robot/built" }),
  proofGroup: () => ({ proof: "header", group: "customers" }),
  proofResource: ({ id }) => ({ proof: "both", q: String(id) }),
  proofFlagged: () => ({ proof: "header", status: "flagged" }),
  proofRepeated: () => ({ proof: "signature", status: "repeated" }),

  keyedTerms: ({ id }) => ({ q: `group:orders order:${id} status:received` }),
  keyedScopes: ({ cursor }) => ({ q: "scope:store/order/* proof:both", cursor }),
  testScopes42: () => ({ status: "test", q: "created" }),
};
