import { ExceptionList, ExceptionsQuery } from "#lib/contract/exceptions.ts";
import { exceptionList } from "#lib/features/delivery-exceptions/list.ts";
import { storeRoute } from "#lib/http/store-route.ts";
import { routes } from "#lib/http/routes.ts";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes({
  /** What BigCommerce told of failed deliveries, of the store or of one event type. */
  GET: storeRoute({
    query: ExceptionsQuery,
    answer: ExceptionList,
    run: ({ store, query, now }) => exceptionList(store, query.scope, now),
  }),
});
