/** An error of the API, in BigCommerce's shape. */
export interface ApiProblem {
  status: number;
  title: string;
  type: string;
  errors?: Record<string, string>;
}

const TYPE = "/api-docs/getting-started/api-status-codes";

/** The request's syntax is wrong. */
export const inputInvalid = (): ApiProblem => ({ status: 400, title: "Input is invalid.", type: TYPE });

/** Wrong token, or the token of another store. */
export const unauthorized = (): ApiProblem => ({
  status: 401,
  title:
    "Unauthorized - the v3 Auth client ID or token in the request are not a valid combination for this store.",
  type: TYPE,
});

/** The token lacks a scope. */
export const forbidden = (): ApiProblem => ({
  status: 403,
  title: "Unauthorized Access. You do not have permission to make this request.",
  type: TYPE,
});

/** There is no such hook, or it belongs to somebody else. */
export const hookNotFound = (id: string): ApiProblem => ({
  status: 404,
  title: `Webhook with id [${id}] not found`,
  type: TYPE,
});

/** The path leads nowhere. */
export const pathNotFound = (): ApiProblem => ({
  status: 404,
  title: "The resource at that URL is not found.",
  type: TYPE,
});

/** The body is JSON but not acceptable; `errors` says why, field by field. */
export const dataInvalid = (errors: Record<string, string>): ApiProblem => ({
  status: 422,
  title: "JSON data is missing or invalid",
  type: TYPE,
  errors,
});

/** The quota is spent. */
export const tooManyRequests = (): ApiProblem => ({ status: 429, title: "Too many requests", type: TYPE });

/** The platform's own failure. */
export const platformFailure = (status: 500 | 503): ApiProblem => ({
  status,
  title: status === 500 ? "Internal Server Error" : "Service Unavailable",
  type: TYPE,
});

/** The answer that carries a problem. */
export function problemResponse(problem: ApiProblem): Response {
  return Response.json(problem, { status: problem.status });
}

/** The store is suspended. */
export const storeSuspended = (): ApiProblem => ({
  status: 503,
  title: "The store is suspended.",
  type: TYPE,
});
