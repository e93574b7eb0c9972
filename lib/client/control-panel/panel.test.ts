import { beforeEach, describe, expect, test } from "vitest";
import { PanelChannel } from "./panel.ts";
import { MINUTE_MS } from "#lib/time.ts";

const PANEL = "https://store-abc.mybigcommerce.com";

let said: { line: unknown; to: string }[];
let logouts: number;
let channel: PanelChannel;

beforeEach(() => {
  said = [];
  logouts = 0;
  channel = new PanelChannel({
    post: (line, to) => said.push({ line: JSON.parse(line), to }),
    isAllowed: (origin) => origin === PANEL,
    onLogout: () => (logouts += 1),
  });
});

const hears = (line: unknown, origin = PANEL) =>
  channel.receive({ data: typeof line === "string" ? line : JSON.stringify(line), origin });
const ready = (params: "ping" | "pong") => ({ method: "bc::__ready", params });

describe("the channel", () => {
  test("greets, answers a greeting, and then tells what waited", () => {
    channel.open();
    channel.showPage("https://keeper.example.com/s/abc/overview", "normal");
    channel.showPage("https://keeper.example.com/s/abc/events", "pushState");
    channel.noticeActivity(0);
    expect(said).toEqual([{ line: ready("ping"), to: "*" }]);
    hears(ready("ping"));
    expect(said.slice(1)).toEqual([
      { line: ready("pong"), to: PANEL },
      {
        line: {
          method: "bc::iframeUrlChange",
          params: { href: "https://keeper.example.com/s/abc/events", type: "pushState" },
        },
        to: PANEL,
      },
      { line: { method: "bc::iAmNotIdle" }, to: PANEL },
    ]);
  });

  test("never answers an answer", () => {
    hears(ready("pong"));
    expect(said).toEqual([]);
  });

  test("tells of activity every five minutes at most", () => {
    hears(ready("pong"));
    for (const minutes of [0, 1, 4.99, 5, 6, 9.99, 10]) channel.noticeActivity(minutes * MINUTE_MS);
    expect(said).toHaveLength(3);
  });

  test("hears a logout, as a notification and as a request", () => {
    hears({ method: "bc::logout" });
    expect([logouts, said]).toEqual([1, []]);
    hears({ method: "bc::logout", id: 42 });
    expect([logouts, said]).toEqual([2, [{ line: { id: 42, result: true }, to: PANEL }]]);
  });

  test("says nothing to, and does nothing for, an origin that may not frame the page", () => {
    const evil = "https://evil.example";
    channel.showPage("https://keeper.example.com/s/abc/events", "normal");
    hears(ready("ping"), evil);
    hears({ method: "bc::logout", id: 1 }, evil);
    hears({ method: "bc::logout" }, "null");
    expect([logouts, said]).toEqual([0, []]);
  });

  test.each([
    "",
    "logout",
    "null",
    "[]",
    "{",
    '{"method":"logout"}',
    '{"method":"xy::logout"}',
    '{"method":["bc::logout"]}',
    '{"method":"bc::constructor"}',
    `{"method":"bc::logout","params":"${"x".repeat(10_000)}"}`,
  ])("passes over %.40j", (line) => {
    hears(line);
    expect([logouts, said]).toEqual([0, []]);
  });

  test("passes over what is not a string", () => {
    channel.receive({ data: { method: "bc::logout" }, origin: PANEL });
    expect(logouts).toBe(0);
  });
});
