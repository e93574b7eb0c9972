import { expect, test } from "vitest";
import { faultOf } from "./verdict.ts";

const bytes = Buffer.alloc(0);
const anything = { bytes, expected: "no fault of ours" } as const;

test.each([
  [{ status: 404, said: "" }, null],
  [{ status: 404, said: "", isCut: true as const }, "the answer was cut off"],
  [{ status: 200, said: "x\r\nContent-Disposition: attachment; y", isCut: true as const }, null],
  [{ status: 308, said: "HTTP/1.1 308 X\r\nLocation: /evil.example/s\r\n\r\n" }, null],
  [{ status: 503, said: 'HTTP/1.1 503 X\r\n\r\n{"code":"OVERLOADED"}' }, null],
  [{ status: 503, said: "HTTP/1.1 503 X\r\n\r\n" }, "our fault: 503"],
  [{ status: 500, said: "OVERLOADED" }, "our fault: 500"],
  [{ status: 0, said: "" }, "there was no answer"],
  [
    { status: 308, said: "HTTP/1.1 308 X\r\nlocation: http://evil.example/s\r\n\r\n" },
    "the answer leads to another host",
  ],
  [
    { status: 303, said: "HTTP/1.1 303 X\r\nLocation: //x.evil.example\r\n\r\n" },
    "the answer leads to another host",
  ],
])("of a request that may mean anything, %j", (answer, fault) => {
  expect(faultOf(anything, answer)).toBe(fault);
});

test("of a request whose answer is known, and of what is no HTTP", () => {
  expect(faultOf({ bytes, expected: [200] }, { status: 200, said: "" })).toBeNull();
  expect(faultOf({ bytes, expected: [200] }, { status: 401, said: "" })).toBe("expected 200, got 401");
  expect(faultOf({ bytes, expected: [] }, { status: 0, said: "" })).toBeNull();
  expect(faultOf({ bytes, expected: [] }, { status: 200, said: "" })).toBe("malformed HTTP was answered 200");
});
