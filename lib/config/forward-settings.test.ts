import { expect, test } from "vitest";
import { z } from "zod";
import { FORWARD_SETTINGS, forwardingOf } from "./forward-settings.ts";

const Settings = z.object(FORWARD_SETTINGS);
const parse = (given: Record<string, string>, isSandbox = false) =>
  forwardingOf(Settings.parse(given), isSandbox);
const faults = (given: Record<string, string>) =>
  Settings.safeParse(given).error?.issues.map(({ path, message }) => `${path.join(".")} ${message}`);

test("with nothing said https on two ports goes out, and sandbox mode is open", () => {
  expect(parse({})).toEqual({ allow: [], deny: [], ports: [443, 8443], isOpen: false });
  expect(parse({}, true)).toEqual({ allow: [], deny: [], ports: null, isOpen: true });
});

test("sandbox mode is closed by any word about what is allowed", () => {
  expect(parse({ FORWARD_ALLOW: "none" }, true)).toEqual(parse({}));
  expect(parse({ FORWARD_ALLOW: "127.0.0.1" }, true).isOpen).toBe(false);
  expect(parse({ FORWARD_PORTS: "8080" }, true)).toMatchObject({ ports: [8080], isOpen: true });
});

test("networks are of both families, with a length or for one address", () => {
  const given = { FORWARD_ALLOW: "10.1.0.0/16, fd12:3456::/48", FORWARD_DENY: "198.51.100.7" };
  expect(parse(given)).toMatchObject({
    allow: [
      { address: "10.1.0.0", prefix: 16, family: "ipv4" },
      { address: "fd12:3456::", prefix: 48, family: "ipv6" },
    ],
    deny: [{ address: "198.51.100.7", prefix: 32, family: "ipv4" }],
  });
});

const NETWORKS = "must be networks parted by commas, like 10.1.0.0/16,fd12:3456::/48";
const PORTS = "must be ports from 1 to 65535 parted by commas, like 443,8443";
test.each([
  ["FORWARD_ALLOW", "10.1.0.0/33", `${NETWORKS}, or none: look at number 1`],
  ["FORWARD_ALLOW", "10.1.0.0/16,,erp.example.com", `${NETWORKS}, or none: look at number 2, 3`],
  ["FORWARD_ALLOW", "none,10.1.0.0/16", `${NETWORKS}, or none: look at number 1`],
  ["FORWARD_DENY", "none", `${NETWORKS}: look at number 1`],
  ["FORWARD_DENY", "fd00::/129", `${NETWORKS}: look at number 1`],
  ["FORWARD_DENY", "fe80::1%eth0", `${NETWORKS}: look at number 1`],
  ["FORWARD_PORTS", "443,0", `${PORTS}: look at number 2`],
  ["FORWARD_PORTS", "65536", `${PORTS}: look at number 1`],
  ["FORWARD_PORTS", "https", `${PORTS}: look at number 1`],
])("%s = %s is refused in a sentence", (name, value, fault) => {
  expect(faults({ [name]: value })).toEqual([`${name} ${fault}`]);
});
