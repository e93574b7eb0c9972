import { once } from "node:events";
import { connect, createServer, type AddressInfo, type Server, type Socket } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { answerMalformed } from "./malformed.ts";
import { rejections } from "./rejections.ts";

const TIMEOUT = Object.assign(new Error("too slow"), { code: "ERR_HTTP_REQUEST_TIMEOUT" });

let server: Server;
beforeAll(async () => {
  server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
});
afterAll(() => server.close());

/** Gives a connection up on which that was sent; answers what its sender heard, and what was counted. */
async function giveUp(sent: string) {
  const accepted = once(server, "connection") as Promise<[Socket]>;
  const client = connect((server.address() as AddressInfo).port, "127.0.0.1");
  const [socket] = await accepted;
  let heard = "";
  client.on("data", (data) => (heard += String(data)));
  if (sent) {
    client.write(sent);
    await once(socket, "data");
  } else socket.resume();
  const closed = once(client, "close");
  answerMalformed(TIMEOUT, socket, new Date());
  await closed;
  return { heard, counted: rejections().take() };
}

test("a request that does not come to its end is answered and counted", async () => {
  const { heard, counted } = await giveUp("POST /api/webhooks/abc HTTP/1.1\r\n");
  expect(heard).toMatch(/^HTTP\/1\.1 408 /);
  expect(counted).toMatchObject([{ storeHash: "", reason: "too_slow", count: 1 }]);
});

test("a connection that nothing came over is closed, and is no refusal", async () => {
  expect(await giveUp("")).toEqual({ heard: "", counted: [] });
});
