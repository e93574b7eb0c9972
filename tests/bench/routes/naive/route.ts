import { createHash } from "node:crypto";
import { config } from "#lib/config/config.ts";
import { database } from "#lib/platform/db/client.ts";
import { isSignatureRight } from "#lib/crypto/webhook-signature.ts";

/** What an app writes that has not thought about it: verify, parse, one insert per delivery, answer. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ storeHash: string }> },
): Promise<Response> {
  const { storeHash } = await params;
  const text = await request.text();
  const body = Buffer.from(text);
  const headers = Object.fromEntries(request.headers);
  const signature = {
    id: headers["webhook-id"],
    timestamp: headers["webhook-timestamp"],
    signature: headers["webhook-signature"],
  };
  const now = new Date();
  if (!isSignatureRight(signature, body, [config().bigcommerce.clientSecret], now))
    return new Response(null, { status: 401 });
  // Cast: the benchmark's own deliveries have this shape.
  const event = JSON.parse(text) as {
    hash: string;
    created_at: number;
    scope: string;
    data: { type: string; id: number };
  };
  await database().prisma.event.create({
    data: {
      storeHash,
      occurredAt: new Date(event.created_at * 1000),
      hash: createHash("sha1").update(`naive ${event.hash}`).digest("hex"),
      scope: event.scope,
      resourceType: event.data.type,
      resourceId: String(event.data.id),
      body,
      headers,
      proof: "signature",
      firstArrivedAt: now,
      lastArrivedAt: now,
    },
  });
  return new Response(null);
}
