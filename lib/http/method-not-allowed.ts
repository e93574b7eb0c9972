import { MethodNotAllowed } from "./errors.ts";
import { problemResponse } from "./problem.ts";

/**
 * A handler for the methods that an address does not have.
 * @param allowed The ones it has, for the `Allow` header. Source: RFC 9110, 15.5.6.
 */
export function methodNotAllowed(...allowed: string[]): () => Response {
  return () =>
    problemResponse(new MethodNotAllowed("the method is not allowed"), { Allow: allowed.join(", ") });
}
