import { IncomingMessage, type ServerResponse } from "node:http";
import { BodyBudget } from "#lib/features/receiver/body-budget.ts";
import { readWhole } from "#lib/features/receiver/whole-body.ts";
import { InputTooLarge, InputTooSlow, Overloaded } from "./errors.ts";

/** Largest body that any route takes: a notice of BigCommerce's, and the ids that a person selected. */
const BODY_BYTES_MAX = 256 * 1024;
/** Memory for bodies of all requests but deliveries, which have their own: until they are answered. */
const BYTES_MAX = 16 * 1024 * 1024;
/** Our own pages send a few kilobytes. */
const TIME_MS_MAX = 10_000;
const SWEEP_MS = 1_000;
/** Methods whose bodies no route reads. */
const BODILESS = new Set(["GET", "HEAD"]);

const REFUSALS = { too_large: InputTooLarge, too_slow: InputTooSlow, crowded_out: Overloaded } as const;

const budget = new BodyBudget({ bytesMax: BYTES_MAX, timeMsMax: TIME_MS_MAX });
setInterval(() => budget.sweep(performance.now()), SWEEP_MS).unref();

/**
 * Waits for the whole of a request before anything else is asked about it: Next.js would hold 10 MB of each body, for as
 * long as its sender likes. The body's memory counts until `response` is closed.
 * @returns the request itself when no one will read its body, otherwise one that has all of it; null when its sender went away.
 * @throws {InputTooLarge | InputTooSlow | Overloaded} The rest of the body is not read then; the connection cannot be used further.
 */
export async function wholeRequest(
  request: IncomingMessage,
  response: ServerResponse,
): Promise<IncomingMessage | null> {
  const { headers, method = "" } = request;
  if (headers["transfer-encoding"] === undefined && Number(headers["content-length"] ?? 0) === 0) {
    // A route may read what is not there, and would take a sender that goes away meanwhile for a fault of ours.
    return BODILESS.has(method) ? request : withBody(request, Buffer.alloc(0));
  }
  const body = await readWhole(request, budget, BODY_BYTES_MAX);
  if (body === "gone") return null;
  if (typeof body === "string") throw new REFUSALS[body]("the body was not read to its end");
  response.once("close", budget.keep(body.byteLength));
  return withBody(request, body);
}

/** The same request, with its body to be read once more. */
function withBody(request: IncomingMessage, body: Buffer): IncomingMessage {
  const { method, url, headers, rawHeaders, httpVersion, httpVersionMajor, httpVersionMinor } = request;
  const head = { method, url, headers, rawHeaders, httpVersion, httpVersionMajor, httpVersionMinor };
  const whole = Object.assign(new IncomingMessage(request.socket), head, { complete: true });
  whole.push(body);
  whole.push(null);
  return whole;
}
