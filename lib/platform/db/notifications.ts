import type pg from "pg";
import { config } from "#lib/config/config.ts";
import { outsideRequests } from "#lib/log/request-id.ts";
import { Trouble } from "#lib/log/trouble.ts";
import { newConnection } from "./connection.ts";
import { processWide } from "#lib/process-wide.ts";

/** Waits before the connection is tried again after a loss: each is twice the one before, up to a bound. */
const RECONNECT_MS = 250;
const RECONNECT_MS_MAX = 2_000;
/** A connection that held for so long was no failed try. */
const HELD_MS = 10_000;

const LOST = new Trouble({
  level: "warn",
  message: "lost the connection that hears of news; trying again",
  over: "the connection that hears of news is back",
});

/** Called with a notification's payload, or with null when some may have been missed: read everything again. */
export type NotificationHandler = (payload: string | null) => void;

interface Listening {
  handlers: Map<string, Set<NotificationHandler>>;
  client: pg.Client | undefined;
  /** The statement that the connection is at; it takes one at a time. */
  turn: Promise<unknown>;
  retry: NodeJS.Timeout | undefined;
  /** Tries since it held. */
  tries: number;
}

const slot = processWide("notifications", (): { current?: Listening } => ({}));

/**
 * Calls `handler` for every notification on a channel, over one connection that this process keeps open. After a
 * lost connection it listens again and calls with null. Source: PostgreSQL manual, LISTEN.
 * @returns a function that ends it; may be called twice.
 */
export function subscribe(channel: string, handler: NotificationHandler): () => void {
  const listening = (slot.current ??= {
    handlers: new Map(),
    client: undefined,
    turn: Promise.resolve(),
    retry: undefined,
    tries: 0,
  });
  const handlers = listening.handlers.get(channel) ?? new Set();
  listening.handlers.set(channel, handlers.add(handler));
  if (!listening.client) outsideRequests(() => connect(listening));
  else if (handlers.size === 1)
    void listen(listening, listening.client, channel).then(
      () => handler(null),
      () => undefined,
    );
  return () => {
    handlers.delete(handler);
  };
}

/** Ends the connection; for a clean stop and for tests. Subscriptions are forgotten. May be repeated. */
export async function closeNotifications(): Promise<void> {
  const listening = slot.current;
  delete slot.current;
  if (!listening) return;
  clearTimeout(listening.retry);
  listening.handlers.clear();
  await listening.client?.end().catch(() => undefined);
}

function connect(listening: Listening): void {
  const client = newConnection({
    databaseUrl: config().databaseUrl ?? "",
    name: "webhook-keeper listen",
  });
  listening.client = client;
  client.on("notification", ({ channel, payload }) => {
    for (const handler of listening.handlers.get(channel) ?? []) handler(payload ?? "");
  });
  const startedMs = performance.now();
  let isLost = false;
  const lost = (error?: Error) => {
    if (isLost || slot.current !== listening) return;
    isLost = true;
    LOST.met(error ?? new Error("the server closed it"));
    client.end().catch(() => undefined);
    if (performance.now() - startedMs > HELD_MS) listening.tries = 0;
    const waitMs = Math.min(RECONNECT_MS * 2 ** listening.tries++, RECONNECT_MS_MAX);
    listening.retry = setTimeout(() => connect(listening), waitMs).unref();
  };
  client.on("error", lost);
  client.on("end", () => lost());
  void listenToAll(listening, client).catch(lost);
}

async function listenToAll(listening: Listening, client: pg.Client): Promise<void> {
  await (listening.turn = client.connect());
  for (const channel of listening.handlers.keys()) await listen(listening, client, channel);
  LOST.passed();
  for (const handlers of listening.handlers.values()) for (const handler of handlers) handler(null);
}

function listen(listening: Listening, client: pg.Client, channel: string): Promise<unknown> {
  const ask = () => client.query(`LISTEN ${client.escapeIdentifier(channel)}`);
  return (listening.turn = listening.turn.then(ask, ask));
}
