import { MethodNotAllowed } from "./errors.ts";
import { problemResponse } from "./problem.ts";

const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;
type Method = (typeof METHODS)[number];

/** Of any shape: what a handler takes is a matter between it and Next.js. */
type Handlers = Partial<Record<Method, (...input: never[]) => Promise<Response> | Response>>;
type Refusal = () => Response;

/** What an address exports: the handlers as they were given, and for the rest what refuses. */
type Routes<Given extends Handlers> = Record<"HEAD" | "OPTIONS", Refusal> & {
  [M in Method]: Given[M] extends undefined
    ? Refusal
    : M extends keyof Given
      ? NonNullable<Given[M]>
      : Refusal;
};

/**
 * All methods of an address, to be exported: those given, and one refusal for every other. Next.js answers HEAD by GET
 * where no HEAD is exported.
 * @param isHeadRefused For a GET that uses something up: export the refusing HEAD as well.
 */
export function routes<Given extends Handlers>(
  handlers: Given,
  { isHeadRefused = false } = {},
): Routes<Given> {
  const given = METHODS.filter((method) => handlers[method]);
  const allowed = given.flatMap((method) =>
    method === "GET" && !isHeadRefused ? ["GET", "HEAD"] : [method],
  );
  const Allow = [...allowed, "OPTIONS"].join(", ");
  const refuse = () => problemResponse(new MethodNotAllowed("the method is not allowed"), { Allow });
  return {
    ...Object.fromEntries(METHODS.map((method) => [method, refuse])),
    ...handlers,
    HEAD: refuse,
    // Source: RFC 9110, 9.3.7.
    OPTIONS: () => new Response(null, { status: 204, headers: { Allow } }),
    // Cast: what is not given is refused, method by method.
  } as Routes<Given>;
}
