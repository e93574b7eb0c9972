import { describe, expect, test } from "vitest";
import type { Forwarding, Network } from "#lib/config/forward-settings.ts";
import { addressRefusal, rulesOf, urlRefusal } from "./rules.ts";

const production: Forwarding = { allow: [], deny: [], ports: [443, 8443], isOpen: false };
const sandbox: Forwarding = { allow: [], deny: [], ports: null, isOpen: true };
const net = (address: string, prefix: number): Network => ({
  address,
  prefix,
  family: address.includes(":") ? "ipv6" : "ipv4",
});
const rules = (changes: Partial<Forwarding> = {}) =>
  rulesOf({
    forwarding: { ...production, ...changes },
    appUrl: "https://keeper.example.com",
    exceptionUrl: "https://alarm.example.com",
  });

describe("outside sandbox mode", () => {
  test.each([
    ["https://hooks.example.com/a?b", null],
    ["https://hooks.example.com:8443/", null],
    ["https://hooks.example.com:444/", "PORT_NOT_ALLOWED"],
    ["http://hooks.example.com/", "PORT_NOT_ALLOWED"],
    ["ftp://hooks.example.com/", "NOT_AN_ADDRESS"],
    ["hooks.example.com", "NOT_AN_ADDRESS"],
    ["https://user@hooks.example.com/", "HAS_PASSWORD"],
    ["https://:word@hooks.example.com/", "HAS_PASSWORD"],
    ["https://keeper.example.com/api/webhooks/x", "OWN_ADDRESS"],
    ["https://KEEPER.example.com.:8443/", "OWN_ADDRESS"],
    ["https://alarm.example.com/", "OWN_ADDRESS"],
    ["https://intranet/", "PRIVATE_ADDRESS"],
    ["https://intranet./", "PRIVATE_ADDRESS"],
    ["https://printer.local/", "PRIVATE_ADDRESS"],
    ["https://metadata.google.internal./", "PRIVATE_ADDRESS"],
    ["https://nas.home.arpa/", "PRIVATE_ADDRESS"],
    ["https://home.arpa/", "PRIVATE_ADDRESS"],
    ["https://localhost/", "PRIVATE_ADDRESS"],
    ["https://a.localhost./", "PRIVATE_ADDRESS"],
    ["https://8.8.8.8/", "LITERAL_ADDRESS"],
    ["https://[2606:4700::1111]/", "LITERAL_ADDRESS"],
    ["https://127.0.0.1/", "PRIVATE_ADDRESS"],
    ["https://2130706433/", "PRIVATE_ADDRESS"],
    ["https://0x7f000001/", "PRIVATE_ADDRESS"],
    ["https://0x7f.1/", "PRIVATE_ADDRESS"],
    ["https://017700000001/", "PRIVATE_ADDRESS"],
    ["https://127.1/", "PRIVATE_ADDRESS"],
    ["https://１２７.0.0.1/", "PRIVATE_ADDRESS"],
    ["https://[::1]/", "PRIVATE_ADDRESS"],
    ["https://[::ffff:127.0.0.1]/", "PRIVATE_ADDRESS"],
    ["https://[::ffff:7f00:1]/", "PRIVATE_ADDRESS"],
    ["https://[0:0:0:0:0:ffff:a9fe:a9fe]/", "PRIVATE_ADDRESS"],
    ["https://169.254.169.254/", "PRIVATE_ADDRESS"],
  ])("%s: %s", (url, refusal) => expect(urlRefusal(url, rules())).toBe(refusal));

  test("an address is open when everyone reaches it, by https alone", () => {
    expect(addressRefusal("93.184.216.34", true, rules())).toBeNull();
    expect(addressRefusal("93.184.216.34", false, rules({ ports: null }))).toBe("NOT_HTTPS");
    expect(addressRefusal("10.1.2.3", true, rules())).toBe("PRIVATE_ADDRESS");
  });
});

describe("what the operator allows", () => {
  const allowing = rules({ allow: [net("10.1.0.0", 16), net("127.0.0.0", 8)], ports: [443, 8080] });

  test.each([
    ["http://10.1.2.3:8080/", null],
    ["http://0x0a010203:8080/", null],
    ["http://localhost:8080/", null],
    ["http://10.2.0.1:8080/", "PRIVATE_ADDRESS"],
    ["http://10.1.2.3:8443/", "PORT_NOT_ALLOWED"],
    ["http://[::1]:8080/", "PRIVATE_ADDRESS"],
    ["http://[::ffff:10.1.2.3]:8080/", "PRIVATE_ADDRESS"],
    ["https://erp.internal/", "PRIVATE_ADDRESS"],
  ])("%s: %s", (url, refusal) => expect(urlRefusal(url, allowing)).toBe(refusal));

  test("is http, too, in those networks and in no other", () => {
    expect(addressRefusal("10.1.2.3", false, allowing)).toBeNull();
    expect(addressRefusal("93.184.216.34", false, allowing)).toBe("NOT_HTTPS");
  });

  test("is never where clouds keep credentials, nor what is denied", () => {
    const all = {
      allow: [net("0.0.0.0", 0), net("::", 0)],
      deny: [net("10.1.9.0", 24), net("93.184.0.0", 16)],
    };
    for (const address of [
      "169.254.169.254",
      "fd00:ec2::254",
      "::ffff:a9fe:a9fe",
      "10.1.9.7",
      "93.184.216.34",
    ])
      expect([address, addressRefusal(address, true, rules(all))]).toEqual([address, "PRIVATE_ADDRESS"]);
    expect(addressRefusal("10.1.8.7", true, rules(all))).toBeNull();
  });
});

describe("in sandbox mode", () => {
  const open = rulesOf({ forwarding: sandbox, appUrl: "http://localhost:3000", exceptionUrl: null });

  test.each([
    ["http://127.0.0.1:4000/receivers/1", null],
    ["http://localhost:4500/", null],
    ["http://hooks.example.com/", null],
    ["http://localhost:3000/", "OWN_ADDRESS"],
    ["http://127.0.0.1:3000/", "OWN_ADDRESS"],
    ["http://[::1]:3000/", "OWN_ADDRESS"],
    ["http://169.254.169.254/", "PRIVATE_ADDRESS"],
    ["http://10.0.0.1/", "PRIVATE_ADDRESS"],
    ["http://[fe80::1]/", "PRIVATE_ADDRESS"],
    ["http://0.0.0.0:1/", "PRIVATE_ADDRESS"],
  ])("%s: %s", (url, refusal) => expect(urlRefusal(url, open)).toBe(refusal));

  test("this machine is closed again by a denial", () => {
    const closed = rulesOf({
      forwarding: { ...sandbox, deny: [net("127.0.0.0", 8)] },
      appUrl: "http://localhost:3000",
      exceptionUrl: null,
    });
    expect(urlRefusal("http://127.0.0.1:4000/", closed)).toBe("PRIVATE_ADDRESS");
  });
});
