import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { parseKeyRing } from "./key-ring.ts";

const [a, b] = [randomBytes(32), randomBytes(32)];
const faultsOf = (text: string) => {
  const parsed = parseKeyRing(text);
  return "faults" in parsed ? parsed.faults : [];
};

test("the first key of the ring is the first in the text", () => {
  const parsed = parseKeyRing(`new:${a.toString("base64")}, old_2025:${b.toString("base64")}`);
  expect(parsed).toEqual({
    ring: [
      { id: "new", bytes: a },
      { id: "old_2025", bytes: b },
    ],
  });
});

test.each([
  ["", "has an entry 1 that is not id:base64"],
  ["a-password-without-a-name", "has an entry 1 that is not id:base64"],
  ["2026a:", "has a key 2026a that is not 32 bytes in base64"],
  [`new:${a.toString("base64")},`, "has an entry 2 that is not id:base64"],
  [`a.b:${a.toString("base64")}`, "has an entry 1 that is not id:base64"],
  [`new:${a.subarray(0, 31).toString("base64")}`, "has a key new that is not 32 bytes in base64"],
  [`new:${a.toString("hex")}`, "has a key new that is not 32 bytes in base64"],
  [`new:${Buffer.alloc(32, 0xff).toString("base64url")}`, "has a key new in unusual base64"],
  [`new:${a.toString("base64").slice(0, -1)}`, "has a key new in unusual base64"],
  [`new: ${a.toString("base64")}`, "has a key new in unusual base64"],
])("%s is refused: %s", (text, fault) => {
  expect(faultsOf(text)).toEqual([expect.stringContaining(fault)]);
});

test("stray bits behind the last byte are refused", () => {
  const text = Buffer.alloc(32, 7).toString("base64");
  // The last letter holds four bits of the key and two that decoding forgets.
  const stray = `${text.slice(0, -2)}${String.fromCodePoint((text.codePointAt(42) ?? 0) + 1)}=`;
  expect(Buffer.from(stray, "base64")).toEqual(Buffer.alloc(32, 7));
  expect(faultsOf(`new:${stray}`)).toEqual([expect.stringContaining("unusual base64")]);
});

test("a name, or a key, may stand in the ring once", () => {
  expect(faultsOf(`k:${a.toString("base64")},k:${b.toString("base64")}`)).toEqual([
    "names k twice: every key needs a name of its own",
  ]);
  expect(faultsOf(`k:${a.toString("base64")},l:${a.toString("base64")}`)).toEqual([
    "has the same key under two names, the second being l",
  ]);
});

test("all faults are named at once, and no fault repeats a key", () => {
  const short = randomBytes(20).toString("base64");
  const faults = faultsOf(`${short},k:${short},k:${a.toString("base64")}`);
  expect(faults).toHaveLength(3);
  expect(faults.join("\n")).not.toContain(short.slice(0, 8));
});
