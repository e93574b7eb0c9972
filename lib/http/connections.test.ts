import type { Socket } from "node:net";
import { expect, test } from "vitest";
import { Connections } from "./connections.ts";

const make = (count: number) => Array.from({ length: count }, () => ({}) as Socket);
const whole = () => ({ complete: true });
const half = () => ({ complete: false });

test("up to the bound nobody has to go", () => {
  const connections = new Connections(2);
  expect(make(2).map((socket) => connections.open(socket))).toEqual([undefined, undefined]);
  expect(connections.size).toBe(2);
});

test("the one goes that has been silent for longest", () => {
  const [first, second, third] = make(3) as [Socket, Socket, Socket];
  const connections = new Connections(2);
  connections.open(first);
  connections.open(second);
  expect(connections.open(third)).toBe(first);
});

test("whatever it waits for: the rest of a request, or another one", () => {
  const [idle, unfinished, busy, late] = make(4) as [Socket, Socket, Socket, Socket];
  const [asked, answeredLater] = [half(), whole()];
  const connections = new Connections(3);
  for (const socket of [idle, unfinished, busy]) connections.open(socket);
  connections.hear(busy, whole());
  connections.hear(unfinished, asked);
  connections.hear(idle, answeredLater);
  connections.answered(idle, answeredLater);
  expect(connections.open(late)).toBe(unfinished);
  connections.close(unfinished);
  connections.hear(late, whole());
  expect(connections.open({} as Socket)).toBe(idle);
});

test("when all are being answered there is no room for another", () => {
  const [one, other, third] = make(3) as [Socket, Socket, Socket];
  const request = whole();
  const connections = new Connections(2);
  connections.open(one);
  connections.hear(one, request);
  connections.open(other);
  connections.hear(other, whole());
  expect(connections.open(third)).toBe(third);
  connections.close(third);
  connections.answered(one, request);
  expect(connections.open(third)).toBe(one);
});

test("an answer to an earlier request leaves a connection busy with the next", () => {
  const [socket, late] = make(2) as [Socket, Socket];
  const [first, second] = [whole(), whole()];
  const connections = new Connections(1);
  connections.open(socket);
  connections.hear(socket, first);
  connections.hear(socket, second);
  connections.answered(socket, first);
  expect(connections.open(late)).toBe(late);
});
