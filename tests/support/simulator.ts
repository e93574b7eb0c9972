import { createServer, type IncomingHttpHeaders } from "node:http";
import { installUrl } from "#simulator/app-calls/grants.ts";
import { DEFAULT_CALLBACKS } from "#simulator/app-calls/profile.ts";
import { startSimulator, type Simulator, type SimulatorOptions } from "#simulator/server.ts";

/** The app that simulators of tests know, unless a test says otherwise. */
export const TEST_APP = {
  name: "Test app",
  clientId: "test-client",
  clientSecret: "3f1c9a7e5b2d48600f6c1e9d7a3b5c8e",
  origin: "http://localhost:9",
};

/** A simulator on a free port; shops stand still. */
export function testSimulator(options: Partial<SimulatorOptions> = {}): Promise<Simulator> {
  return startSimulator({ port: 0, app: TEST_APP, ...options });
}

/** A store whose code was swapped for a token over HTTP, without any app; returns its hash and token. */
export async function installedStore(
  simulator: Simulator,
  hash = "abc123",
): Promise<{ hash: string; token: string }> {
  const store = simulator.world.createStore({ hash });
  const url = new URL(
    installUrl(simulator.world, { ...TEST_APP, callbacks: DEFAULT_CALLBACKS }, store, store.owner.id),
  );
  await fetch(`${simulator.url}/oauth2/token`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({
      client_id: TEST_APP.clientId,
      client_secret: TEST_APP.clientSecret,
      code: url.searchParams.get("code"),
      context: url.searchParams.get("context"),
      scope: url.searchParams.get("scope"),
      grant_type: "authorization_code",
      redirect_uri: `${TEST_APP.origin}${DEFAULT_CALLBACKS.auth}`,
    }),
  });
  return { hash, token: store.installation?.accessToken ?? "" };
}

/** One request that a receiver got. */
export interface Received {
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
}

/** A web server that writes down what comes and answers as it is told. */
export interface Receiver {
  url: string;
  received: Received[];
  /** Decides the status of each answer; 200 unless set. null never answers. */
  answer: (request: Received) => number | null;
  close(): Promise<void>;
}

/** A receiver on a free port of 127.0.0.1. */
export async function testReceiver(): Promise<Receiver> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const body = Buffer.concat(chunks).toString("utf8");
      const received = { path: request.url ?? "", headers: request.headers, body };
      receiver.received.push(received);
      const status = receiver.answer(received);
      if (status !== null) response.writeHead(status).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const receiver: Receiver = {
    url: `http://127.0.0.1:${port}`,
    received: [],
    answer: () => 200,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
  return receiver;
}
