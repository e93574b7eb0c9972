import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decodeAndProve } from "./coding.ts";
import type { Proving, RawArrival } from "./prove.ts";

const BYTES_MAX = 10_000;
const PLAIN = Buffer.from('{"scope":"store/order/created","data":{"type":"order","id":7}}');
const PROVEN: Proving = { isProven: true, proof: "signature" };
const UNPROVEN: Proving = { isProven: false, reason: "wrong_signature" };

/** Reads a body whose sender signed `signed`. */
function read(coding: string | undefined, body: Uint8Array, signed: Uint8Array) {
  const arrival = { storeHash: "abc", headers: { "content-encoding": coding }, body };
  return decodeAndProve(arrival, BYTES_MAX, (one: RawArrival) =>
    Buffer.from(one.body).equals(signed) ? PROVEN : UNPROVEN,
  );
}

describe("a body", () => {
  test.each([
    ["gzip", gzipSync(PLAIN)],
    ["X-GZip ", gzipSync(PLAIN)],
    ["deflate", deflateSync(PLAIN)],
    ["deflate", deflateRawSync(PLAIN)],
    ["br", brotliCompressSync(PLAIN)],
    ["identity", PLAIN],
    [undefined, PLAIN],
  ])("in the coding %s is read, whichever of its bytes are signed", (coding, sent) => {
    expect(read(coding, sent, sent)).toEqual({ proving: PROVEN, body: PLAIN });
    expect(read(coding, sent, PLAIN)).toEqual({ proving: PROVEN, body: PLAIN });
    expect(read(coding, sent, Buffer.from("other"))).toMatchObject({ proving: UNPROVEN });
  });

  test.each(["zstd", "compress", "gzip, gzip", "gzip, br", "constructor", "utf-8"])(
    "in the coding %s is not read",
    (coding) => {
      expect(read(coding, PLAIN, PLAIN)).toEqual({ unread: "unknown_encoding", body: PLAIN });
    },
  );

  test("that becomes larger than bodies may be is unpacked no further", () => {
    const bomb = gzipSync(Buffer.alloc(100_000_000));
    expect(read("gzip", bomb, bomb)).toEqual({ unread: "too_large", body: bomb });
    expect(read("gzip", bomb, PLAIN)).toEqual({ proving: UNPROVEN, body: bomb });
    const fits = gzipSync(Buffer.alloc(BYTES_MAX));
    expect(read("gzip", fits, fits)).toMatchObject({ proving: PROVEN, body: Buffer.alloc(BYTES_MAX) });
  });

  test("that is not what its coding says stays as it was sent, and is proven by nothing else", () => {
    const coding = fc.constantFrom("gzip", "deflate", "br");
    fc.assert(
      fc.property(coding, fc.uint8Array({ maxLength: 200 }), (name, bytes) => {
        const broken = read(name, bytes, bytes);
        expect(broken).toMatchObject({ proving: PROVEN });
        expect(read(name, gzipSync(PLAIN).subarray(0, 20), PLAIN)).toMatchObject({ proving: UNPROVEN });
      }),
    );
  });
});
