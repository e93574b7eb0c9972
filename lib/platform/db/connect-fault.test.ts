import { createServer, type AddressInfo } from "node:net";
import pg from "pg";
import { expect, onTestFinished, test } from "vitest";
import { connectFault, NoServer } from "./connect-fault.ts";

/** What a client of node-postgres throws at an address. */
async function faultAt(address: string): Promise<string> {
  const client = new pg.Client({ connectionString: address, connectionTimeoutMillis: 300 });
  client.on("error", () => undefined);
  const error: unknown = await client.connect().then(
    () => null,
    (problem: unknown) => problem,
  );
  return connectFault(error);
}

/** An address at which `answer` is all that is said. */
async function at(answer: string | null): Promise<string> {
  const server = createServer((socket) => {
    socket.on("error", () => undefined);
    socket.once("data", () => answer !== null && socket.end(answer));
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  onTestFinished(() => void server.close());
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const refusal = (code: string, message: string) =>
  Object.assign(new pg.DatabaseError(message, message.length, "error"), { code });

test("where nobody listens, the server is not reachable", async () => {
  expect(await faultAt("postgres://keeper:hush@127.0.0.1:1/keeper")).toBe(
    "is not reachable: connect ECONNREFUSED 127.0.0.1:1",
  );
});

test("a name with several addresses is told of with each of them", () => {
  const tried = ["::1", "127.0.0.1"].map((host) =>
    Object.assign(new Error(`connect ECONNREFUSED ${host}:1`), { syscall: "connect" }),
  );
  expect(connectFault(new AggregateError(tried))).toBe(
    "is not reachable: connect ECONNREFUSED ::1:1, connect ECONNREFUSED 127.0.0.1:1",
  );
});

test("one that takes the connection and says nothing is not reachable either", async () => {
  expect(await faultAt(`postgres://keeper:hush@${await at(null)}/keeper`)).toMatch(
    /^is not reachable: .*timeout/,
  );
});

test("one that has no TLS was reached", async () => {
  expect(await faultAt(`postgres://keeper:hush@${await at("N")}/keeper?sslmode=verify-full`)).toBe(
    "cannot be connected to: The server does not support SSL connections",
  );
});

test.each([
  ["28P01", 'password authentication failed for user "keeper"', "does not let us in"],
  ["28000", "no pg_hba.conf entry for host", "does not let us in"],
  ["3D000", 'database "nowhere" does not exist', "does not let us in"],
  ["42501", 'permission denied for database "keeper"', "does not let us in"],
  ["53300", "sorry, too many clients already", "takes nobody in now"],
  ["57P03", "the database system is starting up", "takes nobody in now"],
])("a server that refuses with %s said so itself", (code, message, words) => {
  expect(connectFault(refusal(code, message))).toBe(`${words}: ${message}`);
});

test("of several servers each is told of", () => {
  expect(connectFault(new NoServer("a:5432 is a standby; b:5432 is not reachable: timeout expired"))).toBe(
    "has no server that can be used: a:5432 is a standby; b:5432 is not reachable: timeout expired",
  );
});
