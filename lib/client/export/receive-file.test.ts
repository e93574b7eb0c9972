import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { csvLine } from "#lib/csv.ts";
import { FileTooLarge, isTooLarge, lineCounter, receiveFile } from "./receive-file.ts";

const encoder = new TextEncoder();
/** As a browser writes it. */
const TYPE = "text/csv;charset=utf-8;header=present";
const HEAD = csvLine(["id", "summary"]);

/** An answer that is sent in these pieces, and cut off when the last is an error. */
function answer(pieces: readonly (string | Error)[]): Response {
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      const piece = left.shift();
      if (piece === undefined) controller.close();
      else if (piece instanceof Error) controller.error(piece);
      else controller.enqueue(encoder.encode(piece));
    },
  });
  const left = [...pieces];
  return new Response(body, { headers: { "Content-Type": "text/csv" } });
}

describe("a file of events", () => {
  test("is what was sent, and says how many events came so far", async () => {
    const heard: number[] = [];
    const pieces = [HEAD, csvLine(["1", "a"]) + csvLine(["2", "b"]), csvLine(["3", "c"])];
    const onEvents = (events: number) => heard.push(events);
    const { file, events } = await receiveFile(answer(pieces), { format: "csv", total: null, onEvents });
    expect(await file.text()).toBe(pieces.join(""));
    expect(file.type).toBe(TYPE);
    expect(events).toBe(3);
    expect(heard).toEqual([0, 2, 3]);
  });

  test("is whole after its way was compressed, and none when that was cut off", async () => {
    const text = HEAD + csvLine(["1", "a"]);
    const sent = new Uint8Array(gzipSync(text));
    const compressed = (bytes: Uint8Array<ArrayBuffer>) =>
      receiveFile(new Response(bytes, { headers: { "Content-Type": "application/gzip" } }), {
        format: "csv",
        total: null,
        onEvents: () => undefined,
      });
    const { file, events } = await compressed(sent);
    expect([await file.text(), file.type, events]).toEqual([text, TYPE, 1]);
    await expect(compressed(sent.slice(0, -9))).rejects.toThrow(TypeError);
  });

  test("is kept in order when it comes in many pieces", async () => {
    const pieces = Array.from({ length: 40 }, (_, index) => `${String(index).repeat(200_000)}\n`);
    const options = { format: "ndjson" as const, total: null, onEvents: () => undefined };
    const { file, events } = await receiveFile(answer(pieces), options);
    expect((await file.text()) === pieces.join("")).toBe(true);
    expect(events).toBe(40);
  });

  test("is none when it is cut off", async () => {
    const options = { format: "csv" as const, total: null, onEvents: () => undefined };
    const cutOff = answer([HEAD, csvLine(["1", "a"]), new TypeError("network error")]);
    await expect(receiveFile(cutOff, options)).rejects.toThrow("network error");
  });

  test("is given up as soon as it is clear that it gets too large", async () => {
    const pieces = Array.from({ length: 4_000 }, (_, index) => csvLine([String(index), "x".repeat(500)]));
    let taken = 0;
    const options = {
      format: "csv" as const,
      total: 5_000_000,
      onEvents: (events: number) => (taken = events),
    };
    await expect(receiveFile(answer([HEAD, ...pieces]), options)).rejects.toThrow(FileTooLarge);
    expect(taken).toBeLessThan(1_100);
  });
});

test.each([
  ["a small one", { bytes: 1_000, events: 5, total: 20 }, false],
  ["one that holds as much as it may", { bytes: 1_000_000_000, events: 2_000_000, total: null }, false],
  ["one that holds more", { bytes: 1_000_000_001, events: 2_000_000, total: null }, true],
  ["one that will hold much more", { bytes: 600_000, events: 1_000, total: 3_000_000 }, true],
  ["one that may hold a little more", { bytes: 600_000, events: 1_000, total: 1_700_000 }, false],
  ["one of which little is known", { bytes: 600_000, events: 999, total: 3_000_000 }, false],
])("of %s it is known whether it is too large", (_what, file, isTooMuch) => {
  expect(isTooLarge(file)).toBe(isTooMuch);
});

test("line ends within a cell of CSV are no events, wherever the pieces end", () => {
  const text = HEAD + csvLine(["1", 'two\nlines, "quoted"\n']) + csvLine(["2", "x"]);
  for (let cut = 0; cut <= text.length; cut++) {
    const count = lineCounter("csv");
    count(encoder.encode(text.slice(0, cut)));
    expect(count(encoder.encode(text.slice(cut)))).toBe(2);
  }
});

test("quotes in JSON are no quotes of a cell", () => {
  const text = `${JSON.stringify({ body: 'a "' })}\n${JSON.stringify({ body: "b" })}\n`;
  expect(lineCounter("ndjson")(encoder.encode(text))).toBe(2);
});
