import { describe, expect, test } from "vitest";
import { signedDeliveries } from "#tests/lab/deliveries.ts";
import { residentBytes } from "#tests/lab/lab.ts";
import { post, type Answer } from "#tests/lab/post.ts";
import { say, whenConnected, type Line } from "#tests/lab/wire.ts";
import { useReceiver } from "#tests/support/receiver.ts";

const MB = 1024 ** 2;
const BODY_BYTES_MAX = 256 * 1024;
const CONNECTIONS_MAX = 5_000;

const receiver = useReceiver(20);

const path = () => `/api/webhooks/${receiver.lab.sender.storeHash}`;
const begin = (text: string) => say(receiver.app.origin, text);
const hangUp = (lines: readonly Line[]) => {
  for (const { socket } of lines) socket.destroy();
};

/** A signed delivery, word for word. */
function delivery(target: string, extra: readonly string[] = ["Connection: close"]): string {
  const [{ headers, body } = { headers: {}, body: "" }] = signedDeliveries(
    1,
    receiver.lab.sender,
    new Date(),
  );
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  const framing = ["Host: keeper.example.com", `Content-Length: ${Buffer.byteLength(body)}`];
  return [`POST ${target} HTTP/1.1`, ...framing, ...lines, ...extra, "", body].join("\r\n");
}

/** Twenty deliveries on connections of their own. */
const twenty = (): Promise<Answer[]> =>
  Promise.all(
    signedDeliveries(20, receiver.lab.sender, new Date()).map((each) =>
      post(`${receiver.app.origin}${path()}`, receiver.agent, each),
    ),
  );

async function expectTwentyWithinASecond(): Promise<void> {
  receiver.agent.destroy();
  const answers = await twenty();
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(20);
  expect(Math.max(...answers.map(({ tookMs }) => tookMs))).toBeLessThan(1_000);
}

const stored = async () => Number((await receiver.admin.query("SELECT count(*) FROM events")).rows[0]?.count);

describe("a delivery is taken", () => {
  test.each([
    ["by the whole address as target", () => delivery(`http://keeper.example.com${path()}`)],
    ["by an address of another host", () => delivery(`https://elsewhere.example:8443${path()}`)],
    ["with doubled slashes", () => delivery(`/${path()}`)],
    ["with a slash too many inside and at the end", () => delivery(`${path().replace("/web", "//web")}/`)],
    [
      "whatever protocol it offers: h2c",
      () =>
        delivery(path(), [
          "Connection: Upgrade, HTTP2-Settings, close",
          "Upgrade: h2c",
          "HTTP2-Settings: AAMAAABkAAQAAP__",
        ]),
    ],
    ["TLS", () => delivery(path(), ["Connection: Upgrade, close", "Upgrade: TLS/1.0"])],
    ["a web socket", () => delivery(path(), ["Connection: Upgrade, close", "Upgrade: websocket"])],
  ])("%s", async (_what, text) => {
    const before = await stored();
    expect(await begin(text()).answered).toBe(200);
    expect(await stored()).toBe(before + 1);
  });
});

describe("what no route can answer is answered all the same", () => {
  test.each([
    ["/api/x%FF", "application/problem+json"],
    ["/api/webhooks/%00", "application/problem+json"],
    ["/s/%ED%A0%80/api/events", "application/problem+json"],
    ["/s/%FF/overview", "text/plain; charset=utf-8"],
    ["*", "text/plain; charset=utf-8"],
  ])("GET %s", async (target, type) => {
    const said = await begin(`GET ${target} HTTP/1.1\r\nHost: x\r\nAccept-Language: de\r\n\r\n`).said;
    expect(said).toMatch(/^HTTP\/1\.1 400 /);
    expect(said.toLowerCase()).toContain(`content-type: ${type}`);
    expect(said).toContain("fen Sie Ihre Eingabe");
  });

  test("a question to the server as a whole, a tunnel, and a method that no route has", async () => {
    const options = await begin("OPTIONS * HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n").said;
    expect(options).toMatch(/^HTTP\/1\.1 204 .*\r\nAllow: GET, HEAD, POST/s);
    expect(await begin("CONNECT evil.example:443 HTTP/1.1\r\nHost: x\r\n\r\n").answered).toBe(405);
    expect(await begin("TRACE / HTTP/1.1\r\nHost: x\r\n\r\n").said).toMatch(
      /^HTTP\/1\.1 405 .*\r\nallow: GET/s,
    );
  });

  test("a body that no route takes, before it comes", async () => {
    const line = begin(`POST / HTTP/1.1\r\nHost: x\r\nContent-Length: ${9 * MB}\r\n\r\n`);
    expect(await line.answered).toBe(413);
  });
});

test("what comes in one piece with an offer is not passed over in silence", async () => {
  const before = await stored();
  const offering = delivery(path(), ["Connection: Upgrade", "Upgrade: h2c"]);
  const { said } = begin(offering + delivery(path()));
  // One answer, which says that no other will come.
  expect(await said).toMatch(/^HTTP\/1\.1 200 (?:(?!HTTP)[^])*\r\nConnection: close\r\n(?:(?!HTTP)[^])*$/);
  expect(await stored()).toBe(before + 1);
});

test("what is no HTTP is refused after those before it on the connection have their answers", async () => {
  const { said } = begin(`${delivery(path(), [])}${delivery(path(), [])}GET nowhere HTTP/9.9\r\n\r\n`);
  const statuses = [...(await said).matchAll(/HTTP\/1\.1 (\d+)/g)].map(([, status]) => status);
  expect(statuses).toEqual(["200", "200", "400"]);
});

test.each([
  ["a delivery that is too large", "POST", path, BODY_BYTES_MAX + 1, 413, ""],
  [
    "what is too large for a route",
    "POST",
    () => "/s/abc/api/views",
    BODY_BYTES_MAX + 1,
    413,
    "INPUT_TOO_LARGE",
  ],
  ["a body under an address that nobody can read", "POST", () => "/api/x%FF", 100_000, 400, "INVALID_INPUT"],
  ["a body under a method that no route has", "LINK", () => "/api/x", 100_000, 405, "METHOD_NOT_ALLOWED"],
])(
  "%s is refused at once, and its connection ends after the rest has come",
  async (_what, method, target, size, status, word) => {
    const line = begin(`${method} ${target()} HTTP/1.1\r\nHost: x\r\nContent-Length: ${size}\r\n\r\n`);
    expect(await line.answered).toBe(status);
    // Time enough for an end that does not wait.
    await expectTwentyWithinASecond();
    expect(line.socket.readableEnded).toBe(false);
    line.socket.write("x".repeat(size));
    const said = await line.said;
    const [head = "", body = ""] = said.split("\r\n\r\n");
    expect(head).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    expect(head.toLowerCase()).toContain(`content-length: ${Buffer.byteLength(body)}`);
    expect(body).toContain(word);
  },
);

test("a refusal's connection ends by itself when the rest is too much, or never comes", async () => {
  const head = `POST / HTTP/1.1\r\nHost: x\r\nContent-Length: ${9 * MB}\r\n\r\n`;
  const silent = begin(head);
  const full = begin(head);
  expect(await full.answered).toBe(413);
  full.socket.write("x".repeat(MB));
  await Promise.all([full.said, silent.said]);
});

test("bodies that never end push out each other, not the memory and not a delivery", async () => {
  await twenty();
  const before = residentBytes(receiver.app.pid);
  const head = "POST /s/abc/api/views HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n";
  const size = BODY_BYTES_MAX - 1;
  const piece = `${size.toString(16)}\r\n${"x".repeat(size)}\r\n`;
  const lines = Array.from({ length: 400 }, () => begin(head + piece));
  const statuses: number[] = [];
  for (const { answered } of lines) void answered.then((status) => statuses.push(status));
  // 100 MB want in where 16 MB are allowed.
  await expect.poll(() => statuses.length, { timeout: 20_000 }).toBeGreaterThan(300);
  expect(new Set(statuses)).toEqual(new Set([503]));
  await expectTwentyWithinASecond();
  expect(residentBytes(receiver.app.pid) - before).toBeLessThan(150 * MB);
  hangUp(lines);
});

test("more connections than there may be leave room for deliveries, whatever they wait for", async () => {
  const kinds = [
    "",
    "POST /api/webhooks/lab1 HTTP/1.1\r\nHost: x\r\nX-Odd: ",
    "POST /api/webhooks/lab1 HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n",
    "OPTIONS * HTTP/1.1\r\nHost: x\r\n\r\n",
  ];
  const lines: Line[] = [];
  while (lines.length < CONNECTIONS_MAX + 200) {
    const wave = Array.from({ length: 400 }, (_, index) => begin(kinds[index % kinds.length] ?? ""));
    await whenConnected(wave);
    lines.push(...wave);
  }
  await expectTwentyWithinASecond();
  hangUp(lines);
});
