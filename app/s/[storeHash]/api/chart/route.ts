import { Chart, ChartQuery } from "#lib/contract/chart.ts";
import { storeRoute } from "#lib/http/store-route.ts";
import { readChart } from "#lib/screens/chart/chart.ts";
import { routes } from "#lib/http/routes.ts";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes({
  /** A store's events over time, all of them or those of one event type. */
  GET: storeRoute({
    query: ChartQuery,
    answer: Chart,
    run: ({ store, query, now }) => readChart(store, query, now),
  }),
});
