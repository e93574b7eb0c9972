import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from "node:zlib";
import type { Proving, RawArrival } from "./prove.ts";

type Decode = (bytes: Uint8Array, options: { maxOutputLength: number }) => Uint8Array;

/** Content codings that can be read; several on top of each other cannot. Source: RFC 9110, 8.4.1. */
const CODINGS: ReadonlyMap<string, readonly Decode[]> = new Map([
  ["gzip", [gunzipSync]],
  ["x-gzip", [gunzipSync]],
  // Half the world sends the bare stream under this name. Source: RFC 9110, 8.4.1.2.
  ["deflate", [inflateSync, inflateRawSync]],
  ["br", [brotliDecompressSync]],
]);

/** An arrival with its body as it was meant; or why it is not read. */
export type Decoded =
  { proving: Proving; body: Uint8Array } | { unread: "unknown_encoding" | "too_large"; body: Uint8Array };

/**
 * Proves an arrival and unpacks its compressed body. A sender may sign the packed or the unpacked bytes, so both are
 * tried. A proven body that cannot be unpacked stays as sent. At most `bytesMax` are unpacked, since the sender is
 * not proven yet. Pure but for `prove`.
 * @param bytesMax The most bytes that a body may have, compressed or not.
 */
export function decodeAndProve(
  arrival: RawArrival,
  bytesMax: number,
  prove: (arrival: RawArrival) => Proving,
): Decoded {
  const { headers, body } = arrival;
  const coding = headers["content-encoding"]?.trim().toLowerCase() ?? "";
  if (coding === "" || coding === "identity") return { proving: prove(arrival), body };
  const decoders = CODINGS.get(coding);
  if (!decoders) return { unread: "unknown_encoding", body };

  const asSent = prove(arrival);
  const meant = decode(body, decoders, bytesMax);
  if (meant === "too_large" && asSent.isProven) return { unread: "too_large", body };
  if (meant === "too_large" || meant === "broken") return { proving: asSent, body };
  return { proving: asSent.isProven ? asSent : prove({ ...arrival, body: meant }), body: meant };
}

function decode(
  bytes: Uint8Array,
  decoders: readonly Decode[],
  bytesMax: number,
): Uint8Array | "too_large" | "broken" {
  for (const decoder of decoders) {
    try {
      return decoder(bytes, { maxOutputLength: bytesMax });
    } catch (error) {
      const isTooLarge = error instanceof Error && "code" in error && error.code === "ERR_BUFFER_TOO_LARGE";
      if (isTooLarge) return "too_large";
    }
  }
  return "broken";
}
