import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import { isIPv6, type AddressInfo } from "node:net";
import { networkInterfaces } from "node:os";
import { afterEach, expect, test } from "vitest";
import { startNameServer } from "#tests/support/name-server.ts";
import { makeClient } from "./client.ts";
import { rulesOf } from "./rules.ts";

/** Addresses that lead to this machine, or to where only its operator may send. */
const CLOSED = [
  ...Object.values(networkInterfaces()).flatMap((known) => (known ?? []).map(({ address }) => address)),
  ..."127.0.0.1 127.0.0.2 127.1.2.3 127.255.255.254 0.0.0.0 0.1.2.3 10.0.0.1 10.255.255.255 100.64.0.1 100.100.100.200".split(
    " ",
  ),
  ..."100.127.255.255 169.254.0.1 169.254.169.254 169.254.170.2 172.16.0.1 172.31.255.255 192.0.0.1 192.0.0.192".split(
    " ",
  ),
  ..."192.0.2.1 192.31.196.1 192.52.193.1 192.88.99.1 192.168.0.1 192.168.255.255 192.175.48.1 198.18.0.1".split(
    " ",
  ),
  ..."198.19.255.255 198.51.100.1 203.0.113.1 224.0.0.1 239.255.255.255 240.0.0.1 255.255.255.255 168.63.129.16".split(
    " ",
  ),
  ...":: ::1 ::2 ::ffff:127.0.0.1 ::ffff:7f00:1 ::ffff:10.0.0.1 ::ffff:8.8.8.8 ::127.0.0.1 64:ff9b::7f00:1".split(
    " ",
  ),
  ..."64:ff9b:1::1 100::1 2001::1 2001:db8::1 2002:7f00:1:: 2620:4f:8000::1 3fff::1 5f00::1 fc00::1".split(
    " ",
  ),
  ..."fd00:ec2::254 fd12:3456::1 fe80::1 fec0::1 ff02::1 ff0e::1".split(" "),
].filter((address) => !address.includes("%"));
const OPEN = { v4: "93.184.216.34", v6: "2606:4700::1111" };

const ends: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

/** Something that listens, and counts who connects. */
async function listening(listener: RequestListener) {
  let connections = 0;
  const server = createServer(listener).on("connection", () => connections++);
  server.listen(0);
  await once(server, "listening");
  ends.push(async () => {
    server.close();
    server.closeAllConnections();
    await once(server, "close");
  });
  return { port: (server.address() as AddressInfo).port, connections: () => connections }; // it listens on a port
}

/** A client as outside sandbox mode, on any port so that the trap is in reach. */
function client(nameServer: string, allow: Parameters<typeof rulesOf>[0]["forwarding"]["allow"] = []) {
  const forwarding = { allow, deny: [], ports: null, isOpen: false };
  return makeClient(rulesOf({ forwarding, appUrl: "https://keeper.example.com", exceptionUrl: null }), [
    nameServer,
  ]);
}
const post = (guarded: ReturnType<typeof client>, url: string) =>
  guarded.post({ url, headers: {}, body: Buffer.from("{}") }, { headMs: 30_000 });

test("no address that is not everyone's is connected to: written out, by A, AAAA or CNAME, or among others", async () => {
  expect(CLOSED.length).toBeGreaterThanOrEqual(60);
  const trap = await listening((_, response) => response.end());
  const answers = new Map<string, { addresses: string[]; alias: string | null }>();
  const names = await startNameServer(
    (name) => answers.get(name)?.addresses ?? [],
    (name) => answers.get(name)?.alias ?? null,
  );
  ends.push(names.close);
  const guarded = client(names.address);
  const reached: string[] = [];
  for (const [index, address] of CLOSED.entries()) {
    const open = isIPv6(address) ? OPEN.v6 : OPEN.v4;
    const other = isIPv6(address) ? OPEN.v4 : OPEN.v6;
    const ways = {
      plain: [address],
      first: [address, open],
      last: [open, address],
      family: [other, address],
    };
    for (const [way, addresses] of Object.entries(ways)) {
      answers.set(`${way}-${index}.example.com`, { addresses, alias: null });
      answers.set(`${way}-${index}.alias.example.com`, { addresses, alias: `${way}.target.example.net` });
    }
    const hosts = [
      isIPv6(address) ? `[${address}]` : address,
      ...Object.keys(ways).flatMap((way) => [
        `${way}-${index}.example.com`,
        `${way}-${index}.alias.example.com`,
      ]),
    ];
    const outcomes = await Promise.all(hosts.map((host) => post(guarded, `https://${host}:${trap.port}/`)));
    for (const [place, outcome] of outcomes.entries())
      if (outcome.kind !== "refused")
        reached.push(`${address} as ${hosts[place]}: ${JSON.stringify(outcome)}`);
  }
  expect(reached).toEqual([]);
  expect(trap.connections()).toBe(0);
  // The names were asked for: it was their addresses that were refused.
  expect(new Set(names.asked).size).toBe(CLOSED.length * 8);
});

test("a resolver that answers otherwise each time leads nowhere else, in a thousand turns", async () => {
  const led = new Map<string, number>();
  const here = await listening(({ socket: { localAddress = "" } }, response) => {
    const address = localAddress.replace("::ffff:", "");
    led.set(address, (led.get(address) ?? 0) + 1);
    response.setHeader("connection", "close").end();
  });
  const draws = [
    ["127.0.0.1"],
    ["127.0.0.2"],
    ["127.0.0.1", "127.0.0.2"],
    ["127.0.0.1"],
    ["::1"],
    ["127.0.0.1", "::1"],
  ];
  let questions = 0;
  // Every question, also the second one about a name within a turn, is answered by the next draw.
  const names = await startNameServer(() => draws[questions++ % draws.length] ?? null);
  ends.push(names.close);
  const guarded = client(names.address, [{ address: "127.0.0.1", prefix: 32, family: "ipv4" }]);
  const kinds = new Map<string, number>();
  for (let turn = 0; turn < 1_000; turn += 20) {
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, () => post(guarded, `http://rebinding.example.com:${here.port}/`)),
    );
    for (const { kind } of outcomes) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  }
  // What is refused never connects, and every connection led to the one address that is allowed.
  const answered = kinds.get("answered") ?? 0;
  expect([...led]).toEqual([["127.0.0.1", answered]]);
  expect(here.connections()).toBe(answered);
  expect(Math.min(answered, kinds.get("refused") ?? 0)).toBeGreaterThan(50);
});
