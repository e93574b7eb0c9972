import { expect, test, vi } from "vitest";
import { csvResponse, fileResponse } from "./file-response.ts";

const PIECE = "x".repeat(64 * 1024);

/** An endless file, and how much of it was made. */
function endless() {
  const state = { made: 0, isOver: false };
  async function* parts() {
    try {
      for (;;) {
        state.made++;
        yield PIECE;
      }
    } finally {
      state.isOver = true;
    }
  }
  return { state, file: { name: "all.txt", contentType: "text/plain", parts: parts() } };
}

test("a CSV file begins with its columns", async () => {
  async function* rows() {
    yield ["1", "a,b"];
  }
  const response = csvResponse("all.csv", ["number", "text"], rows());
  expect(response.headers.get("Content-Type")).toBe("text/csv; charset=utf-8; header=present");
  expect(response.headers.get("Content-Disposition")).toBe('attachment; filename="all.csv"');
  expect(await response.text()).toBe('number,text\r\n1,"a,b"\r\n');
});

test("a file is made no faster than it is taken, and not at all once nobody takes it", async () => {
  const { state, file } = endless();
  const onEnd = vi.fn();
  const reader = fileResponse({ ...file, onEnd }).body?.getReader();
  await reader?.read();
  await expect.poll(() => state.made).toBeGreaterThan(4);
  expect(state.made).toBeLessThan(8);
  await reader?.cancel();
  expect(state.isOver).toBe(true);
  expect(onEnd).toHaveBeenCalledOnce();
});

test("a reader whose connection ends before anything was sent ends the file as well", async () => {
  const { state, file } = endless();
  const onEnd = vi.fn();
  const gone = new AbortController();
  fileResponse({ ...file, onEnd }, gone.signal);
  await expect.poll(() => state.made).toBeGreaterThan(0);
  gone.abort();
  await expect.poll(() => state.isOver).toBe(true);
  expect(onEnd).toHaveBeenCalledOnce();
});

test("a reader who was gone before the answer began ends the file as well", async () => {
  const { file } = endless();
  const onEnd = vi.fn();
  fileResponse({ ...file, onEnd }, AbortSignal.abort());
  await expect.poll(() => onEnd).toHaveBeenCalledOnce();
  expect(await file.parts.next()).toEqual({ done: true, value: undefined });
});

test("a reader that takes nothing for two minutes is given up", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  try {
    const { state, file } = endless();
    const response = fileResponse(file);
    await new Promise((resolve) => setImmediate(resolve));
    await vi.advanceTimersByTimeAsync(119_000);
    expect(state.isOver).toBe(false);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(state.isOver).toBe(true);
    await expect(response.text()).rejects.toThrow("took nothing");
  } finally {
    vi.useRealTimers();
  }
});

test("a file that cannot be made to its end is cut off rather than ended", async () => {
  const onEnd = vi.fn();
  async function* parts() {
    yield "the beginning";
    throw new Error("access ended");
  }
  const response = fileResponse({ name: "all.txt", contentType: "text/plain", parts: parts(), onEnd });
  await expect(response.text()).rejects.toThrow("access ended");
  expect(onEnd).toHaveBeenCalledOnce();
});
