import { createHash } from "node:crypto";
import { config } from "#lib/config/config.ts";
import { sameBytes } from "#lib/crypto/same-bytes.ts";
import { metricsPage, type ProcessKind } from "#lib/screens/metrics/metrics.ts";
import { NotFound } from "./errors.ts";
import { problemResponse } from "./problem.ts";

/**
 * Answers with the figures of this process to whoever brings `METRICS_TOKEN`, in Prometheus's text format. Without the
 * setting there is no such address: 404. A wrong token, or none, is 401.
 * @param authorization The header of that name.
 */
export async function answerMetrics(authorization: string | null, kind: ProcessKind): Promise<Response> {
  const settings = config().metrics;
  if (!settings) return problemResponse(new NotFound("there are no metrics"));
  if (!isToken(authorization, settings.token))
    return new Response(null, {
      status: 401,
      headers: { "WWW-Authenticate": 'Bearer realm="metrics"', "Cache-Control": "no-store" },
    });
  const { contentType, text } = await metricsPage(kind);
  return new Response(text, { headers: { "Content-Type": contentType, "Cache-Control": "no-store" } });
}

/** Source: RFC 6750, 2.1; the scheme's letters may be large or small (RFC 9110, 11.1). */
function isToken(authorization: string | null, token: string): boolean {
  const given = /^bearer +(\S+)$/i.exec(authorization ?? "")?.[1];
  // Hashed, so that not even the token's length shows in the time that it takes.
  return given !== undefined && sameBytes(digestOf(given), digestOf(token));
}

const digestOf = (text: string) => createHash("sha256").update(text).digest();
