import { connect } from "node:net";
import type { FuzzRequest } from "./requests.ts";

/** A request that nobody finishes is given up by the server sooner or later; the fuzzer does not wait for that. */
const PATIENCE_MS = 20_000;

/** Sends raw bytes on a connection of their own; resolves with the status, or 0 when the connection ended without one. */
export function sendRaw(port: number, { bytes, hangsUp }: FuzzRequest): Promise<number> {
  return new Promise((settle) => {
    let said = "";
    const socket = connect({ port, host: "127.0.0.1" });
    const end = () => {
      socket.destroy();
      settle(Number(/^HTTP\/1\.1 (\d{3})/.exec(said)?.[1] ?? 0));
    };
    socket.setTimeout(PATIENCE_MS, end);
    socket.on("data", (chunk: Buffer) => {
      if (said.length < 100) said += chunk.toString("latin1");
      if (said.includes("\r\n")) end();
    });
    socket.once("close", end);
    // The server may hang up while we still send.
    socket.once("error", end);
    if (hangsUp) socket.end(bytes);
    else socket.write(bytes);
  });
}
