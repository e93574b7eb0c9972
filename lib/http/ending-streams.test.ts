import { once } from "node:events";
import { expect, test } from "vitest";
import { endStreams } from "./ending-streams.ts";
import { eventStream, type ServerSentEvent } from "./event-stream.ts";

/** As a log without news: it ends when no one wants to hear of any. */
async function* silence(signal: AbortSignal): AsyncGenerator<readonly ServerSentEvent[]> {
  if (!signal.aborted) await once(signal, "abort");
  yield* [];
}

const open = () => eventStream(new Request("http://localhost/stream"), silence, () => Promise.resolve(true));

test("streams of a process that ends come to their end, and so do those that are opened then", async () => {
  const opened = open().text();
  endStreams();
  expect(await opened).toBe(": welcome\n\n");
  expect(await open().text()).toBe(": welcome\n\n");
});
