import { describe, expect, test } from "vitest";
import { StoreHash } from "#lib/ids.ts";
import { cookieName, sessionCookie, sessionTokens } from "./cookie.ts";
import { readSession, renewedCookie } from "./read.ts";
import {
  newSession,
  openSession,
  openTicket,
  sealBearer,
  sealSession,
  sealTicket,
  type SessionIdentity,
} from "./seal.ts";

const [abc, abcd] = [StoreHash.parse("abc"), StoreHash.parse("abcd")];
const identity = { store: abc, user: "501", storeEpoch: 1, membershipEpoch: 4 };
const beginSession = (whose: SessionIdentity, now: Date) => sealSession(newSession(whose, now), now);
const later = (now: Date, minutes: number) => new Date(now.getTime() + minutes * 60_000);
const asking = (cookie: string) =>
  new Request("https://keeper.example.com/s/abc", { headers: { Cookie: cookie } });

describe("a sealed session", () => {
  test("opens for its store and says whose it is", async () => {
    const now = new Date();
    const { token, seconds } = await beginSession(identity, now);
    expect(seconds).toBe(3600);
    expect(await openSession(token, abc, now)).toMatchObject(identity);
  });

  test("does not open for another store, not even one whose hash begins alike", async () => {
    const now = new Date();
    const { token } = await beginSession(identity, now);
    expect(await openSession(token, abcd, now)).toBeNull();
  });

  test("does not open when its hour is over, or a character differs", async () => {
    const now = new Date();
    const { token } = await beginSession(identity, now);
    expect(await openSession(token, abc, later(now, 61))).toBeNull();
    const middle = Math.floor(token.length / 2);
    const other = token[middle] === "A" ? "B" : "A";
    expect(
      await openSession(`${token.slice(0, middle)}${other}${token.slice(middle + 1)}`, abc, now),
    ).toBeNull();
  });

  test.each(["", "x", "a.b.c.d.e", "y".repeat(5000)])("does not open from %j", async (token) => {
    expect(await openSession(token, abc, new Date())).toBeNull();
  });
});

/** Every token that differs from this one in a single bit. */
function* bitFlips(token: string): Generator<string> {
  const bytes = Buffer.from(token, "latin1");
  for (let bit = 0; bit < bytes.length * 8; bit++) {
    const changed = Buffer.from(bytes);
    changed.writeUInt8(bytes.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
    yield changed.toString("latin1");
  }
}

describe("a change of a single bit", () => {
  test.each([
    ["a session", async (now: Date) => (await beginSession(identity, now)).token, openSession],
    ["a bearer", async (now: Date) => (await sealBearer(newSession(identity, now), now)).token, openSession],
    ["a ticket", (now: Date) => sealTicket(newSession(identity, now)), openTicket],
  ] as const)("of %s is refused, wherever it is", async (_, make, open) => {
    const now = new Date();
    const token = await make(now);
    expect(await open(token, abc, now)).toMatchObject(identity);
    let tried = 0;
    for (const changed of bitFlips(token)) {
      if (await open(changed, abc, now)) throw new Error(`${changed} opened in place of ${token}`);
      tried += 1;
    }
    expect(tried).toBe(token.length * 8);
  });

  test("is refused where decoding would forgive it: in the last letter's unused bits", async () => {
    const now = new Date();
    const { token } = await beginSession(identity, now);
    // 16 bytes of a tag fill 21 letters and a third of the 22nd.
    const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    const other = letters[letters.indexOf(token.at(-1) ?? "") + 1] ?? "";
    const respelt = token.slice(0, -1) + other;
    expect(Buffer.from(respelt.split(".")[4] ?? "", "base64url")).toEqual(
      Buffer.from(token.split(".")[4] ?? "", "base64url"),
    );
    expect(await openSession(respelt, abc, now)).toBeNull();
  });
});

describe("a ticket", () => {
  test("opens for a minute, for its store, as nothing else", async () => {
    const now = new Date();
    const ticket = await sealTicket(newSession(identity, now));
    expect(await openTicket(ticket, abc, now)).toMatchObject(identity);
    expect(await openTicket(ticket, abc, later(now, 1))).toBeNull();
    expect(await openTicket(ticket, abcd, now)).toBeNull();
    expect(await openSession(ticket, abc, now)).toBeNull();
    const { token } = await beginSession(identity, now);
    expect(await openTicket(token, abc, now)).toBeNull();
  });
});

describe("the session cookie", () => {
  test("lives in a frame of another site, out of scripts' reach, and only on its store's paths", () => {
    expect(sessionCookie(abc, "token", 3600)).toBe(
      `${cookieName("session")}=token; Path=/s/abc; Max-Age=3600; HttpOnly; Secure; SameSite=None; Partitioned`,
    );
  });

  test("is found among others by its whole name", () => {
    const name = cookieName("session");
    expect(sessionTokens(asking(`a=1; ${name}=one; ${name}.csrf=no; x${name}=no; ${name}=two`))).toEqual([
      "one",
      "two",
    ]);
  });

  test("of another store, or broken, beside the right one does no harm", async () => {
    const now = new Date();
    const [right, wrong] = [
      await beginSession(identity, now),
      await beginSession({ ...identity, store: abcd }, now),
    ];
    const name = cookieName("session");
    const session = await readSession(
      asking(`${name}=broken; ${name}=${wrong.token}; ${name}=${right.token}`),
      abc,
      now,
    );
    expect(session?.claims).toMatchObject(identity);
    expect(await readSession(asking(`${name}=${wrong.token}`), abc, now)).toBeNull();
    expect(await readSession(asking(""), abc, now)).toBeNull();
  });

  test("is renewed by use after twenty minutes and keeps its start", async () => {
    const now = new Date();
    const { token } = await beginSession(identity, now);
    const session = await readSession(asking(`${cookieName("session")}=${token}`), abc, now);
    if (!session) throw new Error("the session did not open");
    expect(await renewedCookie(session, later(now, 19))).toBeNull();
    const cookie = (await renewedCookie(session, later(now, 21))) ?? "";
    const renewed = await openSession(sessionTokens(asking(cookie.split(";")[0] ?? ""))[0] ?? "", abc, now);
    expect(renewed?.startedAt).toBe(session.claims.startedAt);
    expect(await renewedCookie({ ...session, carrier: "bearer" }, later(now, 21))).toBeNull();
  });
});
