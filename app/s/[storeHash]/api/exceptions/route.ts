import { ExceptionList, ExceptionsQuery } from "#lib/contract/exceptions.ts";
import { exceptionList } from "#lib/features/delivery-exceptions/list.ts";
import { methodNotAllowed } from "#lib/http/method-not-allowed.ts";
import { storeRoute } from "#lib/http/store-route.ts";

/** What BigCommerce told of failed deliveries, of the store or of one event type. */
export const GET = storeRoute({
  query: ExceptionsQuery,
  answer: ExceptionList,
  run: ({ store, query, now }) => exceptionList(store, query.scope, now),
});

const refuse = methodNotAllowed("GET", "HEAD");
export { refuse as POST, refuse as PUT, refuse as PATCH, refuse as DELETE };
