import { expect, test } from "vitest";
import { judgeAnswer, reachOf } from "./judge.ts";

const answer = { redirectsTo: null, asksPassword: false };

test.each([
  [200, null],
  [204, null],
  [302, { step: "sent", stop: "redirected" }],
  [307, { step: "sent", stop: "redirected" }],
  [401, { step: "proven", stop: "unproven" }],
  [403, { step: "sent", stop: "answered_otherwise" }],
  [404, { step: "sent", stop: "answered_otherwise" }],
  [408, { step: "sent", stop: "answered_otherwise" }],
  [413, { step: "sent", stop: "too_large" }],
  [500, { step: "sent", stop: "answered_otherwise" }],
  [502, { step: "sent", stop: "gateway" }],
  [503, { step: "stored", stop: "not_committed" }],
  [504, { step: "sent", stop: "gateway" }],
])("an answer of %i says how far it came", (status, expected) => {
  expect(judgeAnswer({ ...answer, status })).toEqual(expected && { ...expected, detail: null });
});

test("a door that asks for a password is none of ours", () => {
  expect(judgeAnswer({ ...answer, status: 401, asksPassword: true })).toMatchObject({
    step: "sent",
    stop: "password_asked",
  });
});

test.each([
  ["127.0.0.1", "loopback"],
  ["127.8.8.8", "loopback"],
  ["::1", "loopback"],
  ["::ffff:127.0.0.1", "loopback"],
  ["10.0.0.5", "private"],
  ["192.168.1.1", "private"],
  ["::ffff:172.16.0.9", "private"],
  ["fd00::1", "private"],
  ["fe80::1", "private"],
  ["8.8.8.8", "public"],
  ["::ffff:8.8.8.8", "public"],
  ["2606:4700::1111", "public"],
])("%s is %s", (address, reach) => {
  expect(reachOf(address)).toBe(reach);
});
