import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** A request as it came. */
export interface Recorded {
  method: string;
  path: string;
  /** Names in lower case. */
  headers: Record<string, string>;
  body: Buffer;
}

/** How a recorder answers. */
export interface RecorderAnswer {
  status: number;
  body?: string;
  headers?: Record<string, string>;
}

/** A server on loopback that keeps what comes, and answers as it is told at the time. */
export async function recorder(answerTo: (request: Recorded) => RecorderAnswer) {
  const came: Recorded[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const headers = Object.entries(request.headers).map(([name, value]) => [name, String(value)]);
      const recorded = {
        method: request.method ?? "",
        path: request.url ?? "",
        headers: Object.fromEntries(headers) as Record<string, string>,
        body: Buffer.concat(chunks),
      };
      came.push(recorded);
      const { status, body = "", headers: head = {} } = answerTo(recorded);
      response.writeHead(status, head).end(body);
    });
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo; // it listens on a port
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  return { origin: `http://127.0.0.1:${port}`, came, close };
}
