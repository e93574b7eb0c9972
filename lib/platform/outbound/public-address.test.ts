import fc from "fast-check";
import ipaddr from "ipaddr.js";
import { describe, expect, test } from "vitest";
import { isLoopback, isNeverAllowed, isPublicAddress } from "./public-address.ts";

test.each([
  ["8.8.8.8", true],
  ["93.184.216.34", true],
  ["172.15.255.255", true],
  ["172.32.0.0", true],
  ["100.63.255.255", true],
  ["168.63.129.15", true],
  ["2606:4700::1111", true],
  ["2a00:1450:4001:81b::200e", true],
  ["0.0.0.0", false],
  ["10.1.2.3", false],
  ["100.64.0.1", false],
  ["127.0.0.1", false],
  ["127.255.255.254", false],
  ["168.63.129.16", false],
  ["169.254.169.254", false],
  ["172.16.0.1", false],
  ["172.31.255.255", false],
  ["192.31.196.1", false],
  ["192.52.193.1", false],
  ["192.168.0.1", false],
  ["192.175.48.1", false],
  ["198.19.0.1", false],
  ["224.0.0.1", false],
  ["255.255.255.255", false],
  ["::", false],
  ["::1", false],
  ["::ffff:8.8.8.8", false],
  ["::ffff:127.0.0.1", false],
  ["::ffff:7f00:1", false],
  ["64:ff9b::7f00:1", false],
  ["fc00::1", false],
  ["fd12:3456::1", false],
  ["fe80::1", false],
  ["fe80::1%eth0", false],
  ["ff02::1", false],
  ["2001:db8::1", false],
  ["2001::1", false],
  ["2002:7f00:1::", false],
  ["2620:4f:8000::1", false],
  ["3fff::1", false],
  ["no address", false],
])("%s is public: %s", (address, isPublic) => {
  expect(isPublicAddress(address)).toBe(isPublic);
});

describe("the ranges, held against ipaddr.js", () => {
  /** Beyond what ipaddr.js calls special: Azure's own address, and IPv6 that nobody has yet. */
  const isStricter = (address: string) =>
    address === "168.63.129.16" || (address.includes(":") && !/^[23][\da-f]{3}:/.test(address));
  const differs = (address: string) =>
    isPublicAddress(address) !== (ipaddr.parse(address).range() === "unicast" && !isStricter(address));
  const ipv4 = (number: number) => [24, 16, 8, 0].map((shift) => String((number >>> shift) & 255)).join(".");
  const ipv6 = (words: readonly number[]) => words.map((word) => word.toString(16)).join(":");

  test("any IPv4 address", () => {
    const any = fc.integer({ min: 0, max: 0xffff_ffff });
    fc.assert(
      fc.property(any, (number) => !differs(ipv4(number))),
      { numRuns: 5_000 },
    );
  });

  test("the edges of every IPv4 network of 16 bits, and of 24 where the small special ones lie", () => {
    const FIRSTS = [0, 10, 100, 127, 169, 172, 192, 198, 203, 223, 224, 239, 240, 255];
    const byBits = (nets: readonly number[], bits: number) =>
      nets.flatMap((net) =>
        Array.from({ length: 256 }, (_, next) => (net * 256 + next) * 2 ** (24 - bits)).flatMap((first) => [
          first,
          first + 2 ** (24 - bits) - 1,
        ]),
      );
    const wide = byBits(FIRSTS, 8);
    const small = byBits(
      [
        168 * 256 + 63,
        198 * 256 + 51,
        203 * 256,
        ...Array.from({ length: 256 }, (_, next) => 192 * 256 + next),
      ],
      16,
    );
    expect([...wide, ...small].map(ipv4).filter(differs)).toEqual([]);
    expect(wide).toContain(10 * 2 ** 24 + 65_535);
    expect(small.map(ipv4)).toContain("192.31.196.255");
  });

  test("any IPv6 address, in the global range and elsewhere", () => {
    const word = fc.integer({ min: 0, max: 0xffff });
    const rest = fc.array(word, { minLength: 6, maxLength: 6 });
    const starts = fc.oneof(
      fc.tuple(word, word),
      fc.tuple(fc.integer({ min: 0x2000, max: 0x3fff }), word),
      fc.tuple(
        fc.constantFrom(0x2001, 0x2002, 0x2620, 0x3ffe, 0x3fff, 0x64),
        fc.oneof(word, fc.constantFrom(0, 0x4f, 0xdb8, 0x1ff, 0x200, 0xff9b)),
      ),
    );
    fc.assert(
      fc.property(starts, rest, (start, more) => !differs(ipv6([...start, ...more]))),
      { numRuns: 5_000 },
    );
  });
});

test("credentials of clouds may be allowed by nothing, in no notation", () => {
  for (const address of [
    "169.254.169.254",
    "169.254.170.2",
    "168.63.129.16",
    "100.100.100.200",
    "192.0.0.192",
    "fd00:ec2::254",
    "fd20:ce::254",
    "fe80::a9fe:a9fe",
    "::ffff:169.254.169.254",
    "::ffff:a9fe:a9fe",
    "64:ff9b::a9fe:a9fe",
    "2002:a9fe:a9fe::1",
  ])
    expect([address, isNeverAllowed(address)]).toEqual([address, true]);
  for (const address of ["10.0.0.1", "127.0.0.1", "::1", "fd12::1", "8.8.8.8"])
    expect([address, isNeverAllowed(address)]).toEqual([address, false]);
});

test("this machine is loopback, in either family", () => {
  expect(["127.0.0.1", "127.9.9.9", "::1"].filter(isLoopback)).toHaveLength(3);
  expect(["128.0.0.1", "::2", "10.0.0.1", ""].filter(isLoopback)).toEqual([]);
});
