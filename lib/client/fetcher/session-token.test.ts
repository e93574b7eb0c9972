import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { SessionToken } from "#lib/contract/session.ts";
import { PageSession, type AskForToken } from "./session-token.ts";

const MINUTE = 60_000;
const URL_OF_ABC = "/s/abc/api/events";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A page whose server answers these in turn; an error is thrown, and the last one repeats. */
function page(...answers: (SessionToken | null | Error)[]) {
  const asked: Parameters<AskForToken>[] = [];
  const session = new PageSession((...question) => {
    asked.push(question);
    const answer = (answers.length > 1 ? answers.shift() : answers[0]) ?? null;
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
  });
  return { asked, session };
}
const token = (name: string, expiresInSeconds = 900): SessionToken => ({
  token: name,
  expiresAt: new Date(Date.now() + expiresInSeconds * 1000).toISOString(),
  expiresInSeconds,
});

/** Opens a page at this address; answers the address that is left. */
function openAt(session: PageSession, address: string): { address: string; state: unknown } {
  const { pathname, search, hash } = new URL(address, "https://keeper.example.com");
  const left = { address, state: null as unknown };
  const history = {
    state: { ofTheRouter: true },
    replaceState: (state: unknown, _: string, to: string) => Object.assign(left, { address: to, state }),
  };
  // Casts: these are all the fields that are read.
  session.takeTicket({ pathname, search, hash } as Location, history as unknown as History);
  return left;
}

describe("the address of a page", () => {
  test("loses the ticket and nothing else, and keeps what the router wrote", () => {
    expect(openAt(page().session, "/s/abc/events?q=7#ticket=t")).toEqual({
      address: "/s/abc/events?q=7",
      state: { ofTheRouter: true },
    });
    expect(openAt(page().session, "/launch-failed#ticket=t").address).toBe("/launch-failed");
    expect(openAt(page().session, "/s/abc/events#main").address).toBe("/s/abc/events#main");
  });
});

describe("a page without a cookie", () => {
  test("swaps its ticket once for all requests that wait, and sends the token from then on", async () => {
    const { asked, session } = page(token("one"));
    openAt(session, "/s/abc/overview#ticket=t");
    expect(session.headers(URL_OF_ABC)).toEqual({});
    expect(await Promise.all([1, 2, 3].map(() => session.gainToken(URL_OF_ABC)))).toEqual([true, true, true]);
    expect(await session.gainToken(URL_OF_ABC)).toBe(true);
    expect(asked).toEqual([["abc", { ticket: "t" }]]);
    expect(session.headers(URL_OF_ABC)).toEqual({ Authorization: "Bearer one" });
  });

  test("never sends its token to another store's address", async () => {
    const { session } = page(token("one"));
    openAt(session, "/s/abc/overview#ticket=t");
    expect(await session.gainToken("/s/abcd/api/events")).toBe(false);
    await session.gainToken(URL_OF_ABC);
    for (const url of ["/s/abcd/api/events", "/s/ab/api/events", "https://evil.example/s/abc/api/events"])
      expect(session.headers(url)).toEqual({});
  });

  test("has no second try once its ticket is refused", async () => {
    const { asked, session } = page(null);
    openAt(session, "/s/abc/overview#ticket=t");
    expect(await session.gainToken(URL_OF_ABC)).toBe(false);
    expect(await session.gainToken(URL_OF_ABC)).toBe(false);
    expect(asked).toHaveLength(1);
  });

  test("keeps its ticket while the server is out of reach", async () => {
    const { session } = page(new Error("no line"), token("one"));
    openAt(session, "/s/abc/overview#ticket=t");
    await expect(session.gainToken(URL_OF_ABC)).rejects.toThrow("no line");
    expect(await session.gainToken(URL_OF_ABC)).toBe(true);
  });

  test("has nothing to swap after a reload, nor once a cookie worked", async () => {
    const { asked, session } = page(token("one"));
    openAt(session, "/s/abc/overview");
    expect(await session.gainToken(URL_OF_ABC)).toBe(false);
    openAt(session, "/s/abc/overview#ticket=t");
    session.forgetTicket();
    expect(await session.gainToken(URL_OF_ABC)).toBe(false);
    expect(asked).toEqual([]);
  });
});

describe("a token", () => {
  const begin = async (...answers: (SessionToken | null | Error)[]) => {
    const opened = page(...answers);
    openAt(opened.session, "/s/abc/overview#ticket=t");
    opened.session.headers(URL_OF_ABC);
    await opened.session.gainToken(URL_OF_ABC);
    return opened;
  };

  test("is renewed at two thirds of its life, again and again", async () => {
    const { asked, session } = await begin(token("one"), token("two"), token("three"));
    await vi.advanceTimersByTimeAsync(10 * MINUTE - 1);
    expect(asked).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(asked[1]).toEqual(["abc", { token: "one" }]);
    expect(session.headers(URL_OF_ABC)).toEqual({ Authorization: "Bearer two" });
    await vi.advanceTimersByTimeAsync(10 * MINUTE);
    expect(asked[2]).toEqual(["abc", { token: "two" }]);
  });

  test("is asked for again when the server was out of reach", async () => {
    const { asked, session } = await begin(token("one"), new Error("no line"), token("two"));
    await vi.advanceTimersByTimeAsync(10 * MINUTE);
    expect(session.headers(URL_OF_ABC)).toEqual({ Authorization: "Bearer one" });
    await vi.advanceTimersByTimeAsync(MINUTE / 2);
    expect(session.headers(URL_OF_ABC)).toEqual({ Authorization: "Bearer two" });
    expect(asked).toHaveLength(3);
  });

  test("that is refused stays refused: no loop, and no way back to a cookie", async () => {
    const { asked, session } = await begin(token("one"), null);
    await vi.advanceTimersByTimeAsync(600 * MINUTE);
    expect(asked).toHaveLength(2);
    expect(session.headers(URL_OF_ABC)).toEqual({ Authorization: "Bearer one" });
  });

  test("ends when nobody asked for anything in an hour", async () => {
    const { asked } = await begin(token("one"));
    await vi.advanceTimersByTimeAsync(600 * MINUTE);
    // The swap, and the renewals of the first hour.
    expect(asked).toHaveLength(7);
  });

  test("is not renewed for the last minute of its ten hours", async () => {
    const { asked } = await begin(token("one"), token("two", 59));
    await vi.advanceTimersByTimeAsync(60 * MINUTE);
    expect(asked).toHaveLength(2);
  });
});
