import { once } from "node:events";
import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll } from "vitest";

/** A request that a sink received. */
export interface Received {
  path: string;
  /** The event's id, by `webhook-id`. */
  id: string;
  headers: IncomingHttpHeaders;
  body: string;
  /** Milliseconds of the clock that is never put back. */
  atMs: number;
}

/** What a sink answers; absent, 200 at once. */
export type Answer = (received: Received, response: ServerResponse) => void;

/** A receiver of forwarded events on this machine that remembers every request. */
export interface Sink {
  /** Its address, with a path that tells its requests from others'. */
  url(path: string): string;
  received(path: string): Received[];
  /** Says what requests to a path are answered from now on. */
  answer(path: string, answer: Answer | null): void;
  close(): Promise<void>;
}

export async function startSink(): Promise<Sink> {
  const requests = new Map<string, Received[]>();
  const answers = new Map<string, Answer>();
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const { url: path = "", headers } = request;
      const id = String(headers["webhook-id"]);
      const body = Buffer.concat(chunks).toString();
      const received = { path, id, headers, body, atMs: performance.now() };
      const known = requests.get(path);
      if (known) known.push(received);
      else requests.set(path, [received]);
      const answer = answers.get(path);
      if (answer) answer(received, response);
      else response.end();
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo; // it listens on a port
  return {
    url: (path) => `http://127.0.0.1:${port}${path}`,
    received: (path) => requests.get(path) ?? [],
    answer: (path, answer) => {
      if (answer) answers.set(path, answer);
      else answers.delete(path);
    },
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
}

/** A sink for the test file that calls it. */
export function useSink(): Sink {
  let sink: Sink;
  beforeAll(async () => {
    sink = await startSink();
  });
  afterAll(() => sink.close());
  return {
    url: (path) => sink.url(path),
    received: (path) => sink.received(path),
    answer: (path, answer) => sink.answer(path, answer),
    close: () => sink.close(),
  };
}
