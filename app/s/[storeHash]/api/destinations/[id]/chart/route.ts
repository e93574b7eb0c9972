import { DeliveryChart, DeliveryChartQuery } from "#lib/contract/chart.ts";
import { storeRoute } from "#lib/http/store-route.ts";
import { readDeliveryChart } from "#lib/screens/chart/delivery-chart.ts";
import { routes } from "#lib/http/routes.ts";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes({
  /** What was sent to a destination over time. */
  GET: storeRoute({
    query: DeliveryChartQuery,
    answer: DeliveryChart,
    run: ({ store, params: { id = "" }, query, now }) => readDeliveryChart(store, id, query, now),
  }),
});
