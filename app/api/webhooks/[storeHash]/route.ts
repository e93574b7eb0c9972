import { readBody } from "#lib/http/read-body.ts";
import { BODY_BYTES_MAX, receiver, refuseUnopened, STATUS_OF } from "#lib/features/receiver/receive.ts";

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
  const body = await readBody(request, BODY_BYTES_MAX);
  try {
    const open = await receiver();
    if (!body) {
      open.countRefusal({ storeHash, headers }, "too_large", null, new Date());
      return answer(413);
    }
    const receipt = await open.receive({ storeHash, headers, body }, new Date());
    return answer(STATUS_OF[receipt.outcome]);
  } catch (error) {
    refuseUnopened(error, headers, body?.byteLength ?? null, new Date());
    return answer(STATUS_OF.not_committed);
  }
}

const refuse = (): Response => answer(405, { Allow: "POST" });
export { refuse as DELETE, refuse as GET, refuse as HEAD, refuse as OPTIONS, refuse as PATCH, refuse as PUT };

function answer(status: number, headers?: HeadersInit): Response {
  return new Response(null, { status, ...(headers && { headers }) });
}
