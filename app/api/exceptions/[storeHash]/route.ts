import { receiveDeliveryException } from "#lib/features/delivery-exceptions/receive.ts";
import { readBody } from "#lib/http/read-body.ts";
import { BODY_BYTES_MAX } from "#lib/features/receiver/receive.ts";

/**
 * Where BigCommerce tells of deliveries that failed. An answer is a status and nothing else. Source: BigCommerce docs,
 * webhook events.
 */
export async function POST(
  request: Request,
  context: { params: Promise<{ storeHash: string }> },
): Promise<Response> {
  const { storeHash } = await context.params;
  const body = await readBody(request, BODY_BYTES_MAX);
  if (!body) return answer(413);
  return answer(
    await receiveDeliveryException(
      { storeHash, headers: Object.fromEntries(request.headers), body },
      new Date(),
    ),
  );
}

const refuse = (): Response => answer(405, { Allow: "POST" });
export { refuse as DELETE, refuse as GET, refuse as HEAD, refuse as OPTIONS, refuse as PATCH, refuse as PUT };

function answer(status: number, headers?: HeadersInit): Response {
  return new Response(null, { status, ...(headers && { headers }) });
}
