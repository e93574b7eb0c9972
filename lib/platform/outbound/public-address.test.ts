import { expect, test } from "vitest";
import { isPublicAddress, PrivateAddress, resolvePublic } from "./public-address.ts";

test.each([
  ["8.8.8.8", true],
  ["93.184.216.34", true],
  ["172.15.255.255", true],
  ["172.32.0.0", true],
  ["100.63.255.255", true],
  ["2606:4700::1111", true],
  ["2a00:1450:4001:81b::200e", true],
  ["0.0.0.0", false],
  ["10.1.2.3", false],
  ["100.64.0.1", false],
  ["127.0.0.1", false],
  ["127.255.255.254", false],
  ["169.254.169.254", false],
  ["172.16.0.1", false],
  ["172.31.255.255", false],
  ["192.168.0.1", false],
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
  ["ff02::1", false],
  ["2001:db8::1", false],
  ["2001::1", false],
  ["2002:7f00:1::", false],
])("%s is public: %s", (address, isPublic) => {
  expect(isPublicAddress(address)).toBe(isPublic);
});

test.each([
  "localhost",
  "127.0.0.1",
  "[::1]",
  // What a URL makes of 2130706433, 0x7f.1 and 017700000001.
  new URL("http://2130706433/").hostname,
  new URL("http://0x7f.1/").hostname,
  "169.254.169.254",
  "10.0.0.1",
  "[::ffff:10.0.0.1]",
])("nothing is sent to %s", async (hostname) => {
  await expect(resolvePublic(hostname, { isLoopbackAllowed: false })).rejects.toThrow(PrivateAddress);
});

test("in sandbox mode the own machine is allowed, and nothing else that is private", async () => {
  const sandbox = { isLoopbackAllowed: true };
  expect(await resolvePublic("127.0.0.1", sandbox)).toEqual([{ address: "127.0.0.1", family: 4 }]);
  expect(await resolvePublic("[::1]", sandbox)).toEqual([{ address: "::1", family: 6 }]);
  await expect(resolvePublic("169.254.169.254", sandbox)).rejects.toThrow(PrivateAddress);
  await expect(resolvePublic("192.168.0.1", sandbox)).rejects.toThrow(PrivateAddress);
});
