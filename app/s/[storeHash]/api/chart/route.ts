import { Chart, ChartQuery } from "#lib/contract/chart.ts";
import { methodNotAllowed } from "#lib/http/method-not-allowed.ts";
import { storeRoute } from "#lib/http/store-route.ts";
import { readChart } from "#lib/screens/chart/chart.ts";

/** A store's events over time, all of them or those of one event type. */
export const GET = storeRoute({
  query: ChartQuery,
  answer: Chart,
  run: ({ store, query, now }) => readChart(store, query, now),
});

const refuse = methodNotAllowed("GET", "HEAD");
export { refuse as POST, refuse as PUT, refuse as PATCH, refuse as DELETE };
