import { once } from "node:events";
import { createServer } from "node:http";
import { connect, type AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { expect, test } from "vitest";
import { wholeRequest } from "./whole-request.ts";

test.each(["Content-Length: 0\r\n\r\n", "\r\n", "Content-Length: 2\r\n\r\n{}"])(
  "a sender that has gone since takes nothing of its request along: %j",
  async (rest) => {
    const read = Promise.withResolvers<string>();
    const server = createServer((request, response) => {
      void wholeRequest(request, response).then((whole) => {
        request.socket.once("close", () => {
          void text(whole ?? new Blob().stream()).then(read.resolve, read.reject);
        });
        socket.destroy();
      });
    }).listen(0);
    await once(server, "listening");
    const socket = connect((server.address() as AddressInfo).port);
    socket.write(`POST / HTTP/1.1\r\nHost: x\r\n${rest}`);
    expect(await read.promise).toBe(rest.endsWith("{}") ? "{}" : "");
    server.close();
  },
);
