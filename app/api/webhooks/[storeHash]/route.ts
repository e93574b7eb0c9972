import { BODY_BYTES_MAX, receiver, STATUS_OF } from "#lib/webhooks/receive.ts";

/**
 * The receiver's door where Next.js serves alone; `npm start` answers this path in its own listener, with the same
 * receiver behind it. An answer is a status and nothing else. Source: BigCommerce docs, Webhooks overview.
 */
export async function POST(
  request: Request,
  context: { params: Promise<{ storeHash: string }> },
): Promise<Response> {
  const { storeHash } = await context.params;
  const headers = Object.fromEntries(request.headers);
  const body = await readBody(request);
  try {
    const open = await receiver();
    if (!body) {
      open.countRefusal({ storeHash, headers }, "too_large", null, new Date());
      return answer(413);
    }
    const receipt = await open.receive({ storeHash, headers, body }, new Date());
    return answer(STATUS_OF[receipt.outcome]);
  } catch {
    return answer(STATUS_OF.not_committed);
  }
}

const refuse = (): Response => answer(405, { Allow: "POST" });
export { refuse as DELETE, refuse as GET, refuse as HEAD, refuse as OPTIONS, refuse as PATCH, refuse as PUT };

function answer(status: number, headers?: HeadersInit): Response {
  return new Response(null, { status, ...(headers && { headers }) });
}

/** The raw bytes; undefined when there are more than the receiver reads. */
async function readBody(request: Request): Promise<Uint8Array | undefined> {
  const length = request.headers.get("content-length");
  if (Number(length ?? 0) > BODY_BYTES_MAX) return undefined;
  // The length holds the body to its word; only without one has each piece to be counted, which costs twice as much.
  if (length !== null) return new Uint8Array(await request.arrayBuffer());
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  // The DOM types do not know that a stream of bytes can be iterated; Node's does.
  const stream = (request.body ?? []) as unknown as AsyncIterable<Uint8Array>;
  for await (const chunk of stream) {
    bytes += chunk.byteLength;
    if (bytes > BODY_BYTES_MAX) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, bytes);
}
