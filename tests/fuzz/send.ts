import { connect } from "node:net";
import type { FuzzRequest } from "./requests.ts";

/** A request that nobody finishes is given up by the server sooner or later; the fuzzer does not wait for that. */
const PATIENCE_MS = 20_000;

export interface FuzzAnswer {
  /** 0 when the connection ended without one. */
  status: number;
  /** Its head; for an error, what was said after it, too. */
  said: string;
}

/** Sends raw bytes on a connection of their own; resolves with what was answered. */
export function sendRaw(port: number, { bytes, hangsUp }: FuzzRequest): Promise<FuzzAnswer> {
  return new Promise((settle) => {
    let said = "";
    const status = () => Number(/^HTTP\/1\.1 (\d{3})/.exec(said)?.[1] ?? 0);
    const socket = connect({ port, host: "127.0.0.1" });
    const end = () => {
      socket.destroy();
      settle({ status: status(), said });
    };
    socket.setTimeout(PATIENCE_MS, end);
    socket.on("data", (chunk: Buffer) => {
      said += chunk.toString("latin1");
      // What a client is told before its answer.
      said = said.replace(/^HTTP\/1\.1 100 [^]*?\r\n\r\n/, "");
      if (said.includes("\r\n\r\n") && status() < 500) end();
    });
    socket.once("close", end);
    // The server may hang up while we still send.
    socket.once("error", end);
    if (hangsUp) socket.end(bytes);
    else socket.write(bytes);
  });
}
