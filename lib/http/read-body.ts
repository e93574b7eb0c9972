/** The raw bytes of a request; undefined when there are more than `bytesMax`. */
export async function readBody(request: Request, bytesMax: number): Promise<Uint8Array | undefined> {
  const length = request.headers.get("content-length");
  if (Number(length ?? 0) > bytesMax) return undefined;
  // The length holds the body to its word; only without one has each piece to be counted, which costs twice as much.
  if (length !== null) return new Uint8Array(await request.arrayBuffer());
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  // The DOM types do not know that a stream of bytes can be iterated; Node's does.
  const stream = (request.body ?? []) as unknown as AsyncIterable<Uint8Array>;
  for await (const chunk of stream) {
    bytes += chunk.byteLength;
    if (bytes > bytesMax) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, bytes);
}
