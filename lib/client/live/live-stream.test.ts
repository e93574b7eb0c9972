import { describe, expect, it } from "vitest";
import { followEvents, newMemory, reconnectDelayMs, type LineState } from "./live-stream.ts";
import { ApiProblem } from "#lib/client/fetcher/request.ts";

const TIME = "2026-11-24T10:00:00.000Z";
const message = (seq: number) =>
  `id: ${seq}\nevent: event\ndata: ${JSON.stringify({
    id: `event-${seq}`,
    scope: "store/order/created",
    hash: String(seq),
    occurredAt: TIME,
    receivedAt: TIME,
    firstArrivedAt: TIME,
    lastArrivedAt: TIME,
    arrivals: 1,
    proof: "both",
    resource: null,
    summary: `Order ${seq} was created`,
    flags: [],
    isTest: false,
    isDemo: false,
  })}\n\n`;
const refused = (status: number) =>
  new ApiProblem({ title: "No", status, code: "SESSION_ENDED", detail: "Your session ended." });

type Answer = string | ApiProblem;

/** Follows a stream that answers each connection in turn, until there are no more answers. */
async function follow(answers: Answer[]) {
  const stop = new AbortController();
  const opened: (string | null)[] = [];
  const events: string[] = [];
  const states: LineState[] = [];
  const waits: number[] = [];
  const end = await followEvents({
    open: (lastId) => {
      opened.push(lastId);
      const answer = answers.shift();
      if (answer instanceof ApiProblem) return Promise.reject(answer);
      return Promise.resolve(new Response(answer ?? ""));
    },
    onEvent: ({ id }) => events.push(id),
    onGap: () => events.push("gap"),
    onState: (state) => states.push(state),
    wait: (ms) => {
      waits.push(ms);
      if (answers.length === 0) stop.abort();
      return Promise.resolve();
    },
    memory: newMemory(),
    signal: stop.signal,
  }).then(
    () => "stopped" as const,
    (error: unknown) => error,
  );
  return { opened, events, states, waits, end };
}

describe("following new events", () => {
  it("hands every event over as it comes", async () => {
    const { events, states } = await follow([": welcome\n\n" + message(1) + message(2)]);
    expect(events).toEqual(["event-1", "event-2"]);
    expect(states.slice(0, 2)).toEqual(["connecting", "live"]);
  });

  it("resumes a lost connection after the last event", async () => {
    const { opened } = await follow([message(7), message(8)]);
    expect(opened).toEqual([null, "7"]);
  });

  it("hands an event over once, although the server repeats it after a lost connection", async () => {
    const { events } = await follow([message(7), message(7) + message(8)]);
    expect(events).toEqual(["event-7", "event-8"]);
  });

  it("tells of a gap, and resumes where it was", async () => {
    const { events, opened } = await follow([message(7) + "event: gap\ndata: {}\n\n", message(9)]);
    expect(events).toEqual(["event-7", "gap", "event-9"]);
    expect(opened).toEqual([null, "7"]);
  });

  it("passes over kinds of message that it does not know", async () => {
    const { events } = await follow(["event: news\ndata: {}\n\n" + message(3)]);
    expect(events).toEqual(["event-3"]);
  });

  it("says that somebody has to ask when the stream does not come about, and goes on trying", async () => {
    const { states, waits, events } = await follow([refused(503), refused(0), refused(503), message(1)]);
    expect(states).toEqual(["connecting", "reconnecting", "reconnecting", "polling", "live", "reconnecting"]);
    expect(waits).toEqual([1_000, 2_000, 4_000, 1_000]);
    expect(events).toEqual(["event-1"]);
  });

  it("says so at once when there is no room for the stream, and tries again when it was told to", async () => {
    const full = new ApiProblem({ title: "", status: 429, code: "", detail: "", retryAfterSeconds: 30 });
    const { states, waits } = await follow([full, full, message(1)]);
    expect(states).toEqual(["connecting", "polling", "polling", "live", "reconnecting"]);
    expect(waits).toEqual([30_000, 30_000, 1_000]);
  });

  it("stops for good once the session ended", async () => {
    const ended = refused(401);
    const { end, opened } = await follow([message(1), ended, message(2)]);
    expect(end).toBe(ended);
    expect(opened).toHaveLength(2);
  });

  it("waits between one and ten seconds", () => {
    expect([0, 1, 2, 3, 4, 5, 50].map(reconnectDelayMs)).toEqual([
      1_000, 1_000, 2_000, 4_000, 8_000, 10_000, 10_000,
    ]);
  });
});
