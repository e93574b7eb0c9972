import { Ajv } from "ajv";
import { default as addFormats } from "ajv-formats";
import { HOOKS_API, type DescribedCall } from "#tests/fixtures/bigcommerce/hooks.schema.ts";

const ajv = new Ajv({ allErrors: true, allowUnionTypes: true });
addFormats.default(ajv);

/** A call to the hooks API, by the address beneath `/stores/{hash}/v3`, e.g. `/hooks?page=2`. */
export interface HooksCall {
  method: string;
  address: string;
  /** The parsed JSON body; undefined when there was none. */
  body?: unknown;
}

/** What a request to the hooks API does that BigCommerce's description does not allow; empty when all is well. */
export function requestFaults({ method, address, body }: HooksCall): string[] {
  const found = describedCall(method, address);
  if (!found) return [`there is no call ${method} ${address}`];
  const asked = [...new URL(address, "http://api").searchParams.keys()];
  const unknown = asked.filter((name) => !found.query.includes(name)).map((name) => `unknown query ${name}`);
  return [...unknown, ...bodyFaults(found.request, body)];
}

/** What an answer of the hooks API says that BigCommerce's description does not; empty when all is well. */
export function responseFaults(call: HooksCall, status: number, body: unknown): string[] {
  const found = describedCall(call.method, call.address);
  if (!found) return [`there is no call ${call.method} ${call.address}`];
  const shape = found.responses[status];
  return shape === undefined ? [`status ${status} is not described`] : bodyFaults(shape, body);
}

function describedCall(method: string, address: string): DescribedCall | undefined {
  const { pathname } = new URL(address, "http://api");
  return HOOKS_API.find((call) => call.method === method && call.path.test(pathname));
}

function bodyFaults(shape: object | null, body: unknown): string[] {
  if (shape === null) return body === undefined ? [] : ["a body where there is none"];
  if (ajv.validate(shape, body)) return [];
  return (ajv.errors ?? []).map(
    ({ instancePath, message }) => `${instancePath || "body"} ${message ?? "is wrong"}`,
  );
}
