import { connect, type Socket } from "node:net";

/** A connection on which something was said, and what is answered. */
export interface Line {
  socket: Socket;
  /** Status of the first answer; 0 when the connection ended without one. */
  answered: Promise<number>;
  /** All that was answered until the connection ended. */
  said: Promise<string>;
}

/** Opens a connection to a server of the lab and sends these bytes, which may be the beginning of a request or none. */
export function say(origin: string, text: string | Buffer): Line {
  const socket = connect({ port: Number(new URL(origin).port), host: "127.0.0.1" });
  let heard = "";
  const status = () => Number(/^HTTP\/1\.1 (\d{3})/.exec(heard)?.[1] ?? 0);
  const said = new Promise<string>((settle) => {
    socket.on("data", (chunk: Buffer) => (heard += chunk.toString("latin1")));
    // The server may hang up while we still send.
    socket.on("error", () => undefined);
    socket.once("close", () => settle(heard));
  });
  const answered = new Promise<number>((settle) => {
    socket.on("data", () => heard.includes("\r\n") && settle(status()));
    void said.then(() => settle(status()));
  });
  if (text.length > 0) socket.write(text);
  return { socket, answered, said };
}

/** Resolves when all of them are open, or had their end. */
export async function whenConnected(lines: readonly Line[]): Promise<void> {
  for (const { socket, said } of lines)
    if (socket.connecting)
      await Promise.race([said, new Promise((settle) => socket.once("connect", settle))]);
}
