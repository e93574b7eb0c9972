import { createServer } from "node:net";
import { expect, test } from "vitest";
import { choosePort, isOwnAddress, isPortFree } from "./ports.ts";

const freeBut =
  (...taken: number[]) =>
  (port: number) =>
    Promise.resolve(!taken.includes(port));

test("a default port that is free is used", async () => {
  expect(await choosePort("PORT", 3000, false, [], freeBut())).toEqual({ port: 3000, isDefault: true });
});

test("a default port that is taken gives way to the next free one", async () => {
  const choice = await choosePort("PORT", 3000, false, [], freeBut(3000, 3001));
  expect(choice).toEqual({ port: 3002, isDefault: false });
});

test("two parts never choose the same port", async () => {
  const choice = await choosePort("SIMULATOR_PORT", 3000, false, [3000], freeBut());
  expect(choice).toEqual({ port: 3001, isDefault: false });
});

test("a port that was asked for is never replaced, and the sentence names its setting", async () => {
  const choice = await choosePort("PORT", 3000, true, [], freeBut(3000));
  expect(choice).toEqual({ fault: expect.stringContaining("PORT is 3000") });
});

test("the search ends at the last port there is", async () => {
  const choice = await choosePort("PORT", 65_535, false, [], freeBut(65_535));
  expect(choice).toEqual({ fault: expect.stringContaining("set PORT") });
});

test.each([undefined, "127.0.0.1"])("a server on %s makes its port taken", async (host) => {
  const server = createServer();
  await new Promise<void>((done) => server.listen({ port: 0, host }, done));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  expect(await isPortFree(port)).toBe(false);
  await new Promise((done) => server.close(done));
  expect(await isPortFree(port)).toBe(true);
});

test("a port that is taken on one address is free on another", async () => {
  const server = createServer();
  await new Promise<void>((done) => server.listen({ port: 0, host: "127.0.0.2" }, done));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  expect(await isPortFree(port, "127.0.0.2")).toBe(false);
  expect(await isPortFree(port, "127.0.0.3")).toBe(true);
  await new Promise((done) => server.close(done));
});

test("an address that this machine does not have is told from its own", async () => {
  expect(await isOwnAddress("127.0.0.1")).toBe(true);
  expect(await isOwnAddress("203.0.113.7")).toBe(false);
});
