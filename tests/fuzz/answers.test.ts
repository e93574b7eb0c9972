import { expect, test } from "vitest";
import { AnswerReader } from "./answers.ts";

const OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
const CHUNKED = "HTTP/1.1 500 X\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\n\r\n\r\n0\r\n\r\n";

function readAll(reader: AnswerReader, text: string, step: number) {
  const heard = [];
  for (let at = 0; at < text.length; at += step)
    heard.push(...reader.read(Buffer.from(text.slice(at, at + step), "latin1")));
  return heard;
}

test.each([1, 2, 7, 1_000])("answers that come in pieces of %i bytes are told apart", (step) => {
  const text = `HTTP/1.1 100 Continue\r\n\r\n${OK}${CHUNKED}HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n${OK}HTTP/1.1 204 X\r\n\r\n`;
  const heard = readAll(new AnswerReader(["GET", "POST", "HEAD", "GET", "OPTIONS"]), text, step);
  expect(heard.map(({ status, isLast }) => [status, isLast])).toEqual([
    [200, false],
    [500, false],
    [200, false],
    [200, false],
    [204, false],
  ]);
  expect(heard[1]?.said).toMatch(/abc\r\n$/);
});

test("an answer says when nothing may follow it", () => {
  const closing = "HTTP/1.1 413 X\r\nConnection: close\r\nContent-Length: 0\r\n\r\n";
  expect(readAll(new AnswerReader(["POST"]), closing, 9)).toMatchObject([{ status: 413, isLast: true }]);
  const stream =
    "HTTP/1.1 200 X\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n3\r\n:hi\r\n";
  expect(readAll(new AnswerReader(["GET"]), stream, 9)[0]).toMatchObject({ status: 200, isLast: true });
});

test("what ends with its connection is whole, and what ends before its own end is not", () => {
  const open = new AnswerReader(["GET"]);
  expect(readAll(open, "HTTP/1.1 405 X\r\n\r\nwords", 4)).toEqual([]);
  expect(open.end()).toMatchObject({ status: 405, isLast: true });
  expect(open.end()).not.toHaveProperty("isCut");
  for (const text of [OK.slice(0, -1), CHUNKED.slice(0, -3)]) {
    const cut = new AnswerReader(["GET"]);
    expect(readAll(cut, text, 4)).toEqual([]);
    expect(cut.end()).toMatchObject({ isCut: true });
  }
  expect(new AnswerReader(["GET"]).end()).toBeUndefined();
});
