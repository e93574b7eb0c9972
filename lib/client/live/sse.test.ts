import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { streamReader } from "./sse.ts";

const STREAM =
  ': welcome\n\nid: 7\nevent: event\ndata: {"a":1}\n\n: still here\n\nid: 8\r\nevent: event\r\ndata: one\r\ndata: two\r\n\r\n';
const MESSAGES = [
  { id: "7", event: "event", data: '{"a":1}' },
  { id: "8", event: "event", data: "one\ntwo" },
];

describe("a stream of server-sent events", () => {
  it("gives its messages and no comments", () => {
    expect(streamReader()(STREAM)).toEqual(MESSAGES);
  });

  it("gives the same messages wherever the network cuts it", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(STREAM.length), { maxLength: 12 }), (cuts) => {
        const read = streamReader();
        const edges = [0, ...cuts.toSorted((one, other) => one - other), STREAM.length];
        const pieces = edges.slice(1).map((edge, index) => STREAM.slice(edges[index], edge));
        expect(pieces.flatMap((piece) => read(piece))).toEqual(MESSAGES);
      }),
    );
  });

  it("keeps the last id for messages that name none", () => {
    const read = streamReader();
    read("id: 5\ndata: a\n\n");
    expect(read("data: b\n\n")).toEqual([{ id: "5", event: "message", data: "b" }]);
  });

  it("holds a message back until its empty line has come", () => {
    const read = streamReader();
    expect(read("data: half")).toEqual([]);
    expect(read("\n\n")).toEqual([{ id: "", event: "message", data: "half" }]);
  });

  it("keeps line separators that JSON leaves unescaped", () => {
    expect(streamReader()("data: a\u2028b\n\n")[0]?.data).toBe("a\u2028b");
  });

  it("takes a field without a value for an empty one", () => {
    expect(streamReader()("data\n\n")).toEqual([{ id: "", event: "message", data: "" }]);
  });
});
