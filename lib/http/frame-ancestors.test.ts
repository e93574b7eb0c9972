import { describe, expect, test } from "vitest";
import { StoreHash } from "#lib/ids.ts";
import { narrowed, PanelDirectory, panelSource, type ReadPanel } from "./frame-ancestors.ts";

const WIDE = "https://*.mybigcommerce.com https://panel.example.com";
const PANEL = "https://store-abc.mybigcommerce.com";
const abc = StoreHash.parse("abc");
const start = new Date("2026-11-20T12:00:00Z");
const after = (seconds: number) => new Date(start.getTime() + seconds * 1000);

/** A database that answers what it is told, and counts. */
function asked(answer: ReadPanel): { directory: PanelDirectory; times(): number } {
  let times = 0;
  const directory = new PanelDirectory((store) => {
    times += 1;
    return answer(store);
  }, 5);
  return { directory, times: () => times };
}

describe("the address of a control panel", () => {
  test("becomes a source", () => {
    expect(panelSource(PANEL, WIDE)).toBe(PANEL);
    expect(panelSource(`${PANEL}/manage?a=b#c`, WIDE)).toBe(PANEL);
    expect(panelSource("https://panel.example.com/", WIDE)).toBe("https://panel.example.com");
  });

  test.each([
    null,
    "",
    "not an address",
    "http://store-abc.mybigcommerce.com",
    "https://mybigcommerce.com",
    "https://store-abc.mybigcommerce.com.evil.example",
    "https://store-abc.mybigcommerce.com@evil.example",
    "https://evil.example",
    "https://store;sandbox.mybigcommerce.com",
    "https://store,x.mybigcommerce.com",
    "https://store-abc.mybigcommerce.com:444",
    "javascript:alert(1)//.mybigcommerce.com",
  ])("%j does not, whoever said it", (url) => {
    expect(panelSource(url, WIDE)).toBeNull();
  });
});

test("a panel that is known takes the place of every store's, and of none that is named in full", () => {
  expect(narrowed(PANEL, "https://*.mybigcommerce.com")).toBe(PANEL);
  expect(narrowed(PANEL, `https://*.mybigcommerce.com  http://127.0.0.1:4000`)).toBe(
    `${PANEL} http://127.0.0.1:4000`,
  );
  expect(narrowed(PANEL, PANEL)).toBe(PANEL);
});

describe("the directory", () => {
  test("asks once a minute", async () => {
    const { directory, times } = asked(async () => ({ controlPanelUrl: PANEL }));
    const together = await Promise.all([start, start].map((at) => directory.sourceOf(abc, WIDE, at)));
    expect(together).toEqual([PANEL, PANEL]);
    expect(await directory.sourceOf(abc, WIDE, after(59))).toBe(PANEL);
    expect(times()).toBe(1);
    await directory.sourceOf(abc, WIDE, after(60));
    expect(times()).toBe(2);
  });

  test("asks again soon about a store that is not known yet", async () => {
    let panel: Awaited<ReturnType<ReadPanel>> = null;
    const { directory, times } = asked(async () => panel);
    expect(await directory.sourceOf(abc, WIDE, start)).toBeNull();
    panel = { controlPanelUrl: PANEL };
    expect(await directory.sourceOf(abc, WIDE, after(4))).toBeNull();
    expect(times()).toBe(1);
    expect(await directory.sourceOf(abc, WIDE, after(5))).toBe(PANEL);
  });

  test("falls back when the database refuses, and when it does not answer", async () => {
    const refusing = asked(() => Promise.reject(new Error("the connection was refused")));
    expect(await refusing.directory.sourceOf(abc, WIDE, start)).toBeNull();
    const silent = asked(() => new Promise(() => undefined));
    expect(await silent.directory.sourceOf(abc, WIDE, start)).toBeNull();
    expect(await silent.directory.sourceOf(abc, WIDE, after(4))).toBeNull();
    expect(silent.times()).toBe(1);
  });

  test("takes an answer that came late for the next page", async () => {
    let settle: (panel: { controlPanelUrl: string }) => void = () => undefined;
    const { directory } = asked(
      () =>
        new Promise((resolve) => {
          settle = resolve;
        }),
    );
    expect(await directory.sourceOf(abc, WIDE, start)).toBeNull();
    settle({ controlPanelUrl: PANEL });
    expect(await directory.sourceOf(abc, WIDE, after(1))).toBe(PANEL);
  });

  test("forgets the oldest of too many stores", async () => {
    const { directory, times } = asked(async () => ({ controlPanelUrl: PANEL }));
    for (let index = 0; index <= 10_000; index++)
      await directory.sourceOf(StoreHash.parse(`s${index}`), WIDE, start);
    await directory.sourceOf(StoreHash.parse("s10000"), WIDE, start);
    expect(times()).toBe(10_001);
    await directory.sourceOf(StoreHash.parse("s0"), WIDE, start);
    expect(times()).toBe(10_002);
  });
});
