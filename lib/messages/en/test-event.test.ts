import { expect, test } from "vitest";
import { testProgress } from "#lib/client/api/test-progress.ts";
import { type TestNews, TestStep, TestStop } from "#lib/contract/test-events.ts";
import { reachText, stepText, stopText } from "./test-event.ts";

const here = { tag: "en-US", timeZone: "UTC" };

const BEGUN: TestNews = { kind: "begun", destination: "https://keeper.example.com/api/webhooks/abc" };
const stopOf = (stop: TestStop, detail: string | null = null, status: number | null = null) =>
  stopText(testProgress([BEGUN, { kind: "stopped", step: "sent", stop, status, detail }]));

test.each(TestStop.options)("%s is said in whole sentences, with what helps", (stop) => {
  for (const detail of [null, "ECODE"]) {
    const { what = "", help = "" } = stopOf(stop, detail, 500) ?? {};
    expect(what).toMatch(/^[A-Za-z].*\.$/);
    expect(help).toMatch(/^[A-Z].*\.$/);
    expect(`${what} ${help}`).not.toMatch(/null|undefined|\.\.|: \./);
  }
});

test.each([
  [
    "insecure",
    "CERT_HAS_EXPIRED",
    "No secure connection to keeper.example.com: its certificate has expired.",
  ],
  ["insecure", "EPROTO", "No secure connection to keeper.example.com: it failed with EPROTO."],
  ["too_slow", "connecting", "keeper.example.com didn't accept the connection in time."],
  [
    "redirected",
    "https://www.example.com",
    "keeper.example.com redirects elsewhere: to https://www.example.com.",
  ],
] as const)("%s with %s", (stop, detail, sentence) => {
  expect(stopOf(stop, detail)?.what).toBe(sentence);
});

test("an address that is none of the internet's is told plainly, another is no news", () => {
  const reached = (address: string, reach: "public" | "private" | "loopback") =>
    reachText(testProgress([BEGUN, { kind: "reached", address, reach }]));
  expect(reached("8.8.8.8", "public")).toBe(null);
  expect(reached("10.0.0.5", "private")).toContain("an address of a private network, 10.0.0.5.");
  expect(reached("127.0.0.1", "loopback")).toContain("this very machine, 127.0.0.1,");
});

test("a step says how it went", () => {
  const done = { state: "done", afterMs: 1038, proof: null } as const;
  expect(TestStep.options.map((step) => stepText(step, done, here))).toEqual([
    "and answered after 1,038 ms",
    "",
    "in this log",
    "in the log after 1,038 ms",
  ]);
  expect(stepText("proven", { ...done, proof: "both" }, here)).toBe(
    "by its signature and by its secret header",
  );
  expect(stepText("seen", { state: "skipped" }, here)).toBe("Not reached");
});
