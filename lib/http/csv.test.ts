import { expect, test } from "vitest";
import { csvLine, csvResponse } from "./csv.ts";

test.each([
  ["plain", "plain"],
  ["", ""],
  ["a,b", '"a,b"'],
  ['say "hello"', '"say ""hello"""'],
  ["two\nlines", '"two\nlines"'],
  ["=1+1", "'=1+1"],
  ["+1", "'+1"],
  ["-1", "'-1"],
  ["@SUM(A1)", "'@SUM(A1)"],
  ["\tx", "'\tx"],
  ["\rx", `"'\rx"`],
  ['=HYPERLINK("http://x","y")', `"'=HYPERLINK(""http://x"",""y"")"`],
  ["a=1", "a=1"],
])("a cell with %j is written as %j", (cell, written) => {
  expect(csvLine([cell, "next"])).toBe(`${written},next\r\n`);
});

test("a file is sent as its rows are read, and reading ends when nobody takes it any more", async () => {
  let read = 0;
  async function* rows() {
    for (;;) yield [String((read += 1))];
  }
  const response = csvResponse("all.csv", ["number"], rows());
  expect(response.headers.get("Content-Type")).toBe("text/csv; charset=utf-8; header=present");
  expect(response.headers.get("Content-Disposition")).toBe('attachment; filename="all.csv"');
  const reader = response.body?.getReader();
  const first = await reader?.read();
  expect(new TextDecoder().decode(first?.value)).toBe("number\r\n");
  await reader?.cancel();
  expect(read).toBeLessThan(10);
});
