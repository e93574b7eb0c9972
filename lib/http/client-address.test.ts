import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addressBehind, withPeer, clientAddress } from "./client-address.ts";

describe("without a proxy of ours", () => {
  test("the socket alone decides, whatever a client writes", () => {
    expect(addressBehind(null, "203.0.113.7", 0)).toBe("203.0.113.7");
    fc.assert(
      fc.property(fc.string(), (forwarded) => addressBehind(forwarded, "203.0.113.7", 0) === "203.0.113.7"),
    );
  });

  test("and without a socket nobody knows", () => {
    expect(addressBehind("203.0.113.7", undefined, 0)).toBeNull();
  });
});

describe("behind proxies of ours", () => {
  test.each([
    ["203.0.113.7", 1],
    ["6.6.6.6, 203.0.113.7", 1],
    ["6.6.6.6, 203.0.113.7, 10.0.0.2", 2],
    ["not an address,203.0.113.7", 1],
    ["203.0.113.7:51312", 1],
  ])("%s, with %i of them", (forwarded, hops) => {
    expect(addressBehind(forwarded, "10.0.0.1", hops)).toBe("203.0.113.7");
    expect(addressBehind(forwarded, undefined, hops)).toBe("203.0.113.7");
  });

  test("the socket stands in for what they did not write", () => {
    expect(addressBehind(null, "10.0.0.1", 1)).toBe("10.0.0.1");
    expect(addressBehind("unknown", "10.0.0.1", 1)).toBe("10.0.0.1");
    expect(addressBehind(null, undefined, 1)).toBeNull();
  });

  test("nothing that a client writes moves it", () => {
    fc.assert(
      fc.property(fc.string(), (written) =>
        [`${written}, 203.0.113.7`, `${written},${written}, 203.0.113.7`].every(
          (forwarded) => addressBehind(forwarded, "10.0.0.1", 1) === "203.0.113.7",
        ),
      ),
    );
  });
});

describe("an address of version 6", () => {
  test.each([
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
    ["2001:DB8:1:2::9", "2001:db8:1:2::/64"],
    ["2001:db8::9", "2001:db8:0:0::/64"],
    ["[2001:db8:1:2::9]:443", "2001:db8:1:2::/64"],
    ["::1", "0:0:0:0::/64"],
    ["fe80::1%eth0", "fe80:0:0:0::/64"],
    ["::ffff:203.0.113.7", "203.0.113.7"],
  ])("%s counts as %s", (written, counted) => {
    expect(addressBehind(null, written, 0)).toBe(counted);
  });
});

test("the socket is known through everything that is awaited", async () => {
  const request = new Request("http://localhost/", { headers: { "X-Forwarded-For": "6.6.6.6" } });
  const asked = (peer: string) =>
    withPeer(peer, async () => {
      await Promise.resolve();
      return clientAddress(request);
    });
  expect(await Promise.all([asked("203.0.113.7"), asked("203.0.113.8")])).toEqual([
    "203.0.113.7",
    "203.0.113.8",
  ]);
  expect(clientAddress(request)).toBeNull();
});
