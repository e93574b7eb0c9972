// Answers every request over TLS at once, in a process of its own: what measures is not to answer as well. Says its port over
// its channel.
import { once } from "node:events";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { SELF_SIGNED } from "#tests/fixtures/self-signed.ts";

const server = createServer(SELF_SIGNED, (request, response) => {
  request.resume().once("end", () => response.end());
});
server.listen(0, "127.0.0.1");
await once(server, "listening");
process.send?.({ port: (server.address() as AddressInfo).port }); // it listens on a port
process.once("disconnect", () => process.exit());
