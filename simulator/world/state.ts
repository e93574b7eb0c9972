import { noFaults, type Faults } from "./faults.ts";
import { defaultSettings, type Settings } from "./settings.ts";
import type { SimulatedStore } from "./store.ts";
import type { SimulatedExtension } from "./extension.ts";
import type { HostWindow } from "./host-window.ts";
import type { Receiver } from "./receiver.ts";

/** `inactive`: switched off by its owner. `deactivated`: switched off by BigCommerce. */
export type HookStatus = "active" | "inactive" | "deactivated";

/** A hook of any client, named as the API names it, with what only the platform knows beneath. */
export interface SimulatedHook {
  id: number;
  client_id: string;
  store_hash: string;
  scope: string;
  destination: string;
  headers: Record<string, string> | null;
  is_active: boolean;
  /** Unix seconds, real time. */
  created_at: number;
  /** Unix seconds, real time. */
  updated_at: number;
  status: HookStatus;
  /** Real time in milliseconds before which a new hook receives nothing. */
  readyAtMs: number;
  /** Virtual time in milliseconds at which it was made, switched on, or last sent something. */
  lastActivityMs: number;
}

/** A grant that the app may swap for a token, once. */
export interface PendingCode {
  code: string;
  storeHash: string;
  userId: number;
  scopes: string[];
  /** Real time in milliseconds. */
  expiresAtMs: number;
}

/** One event on its way to one hook, from the moment it happened until it is delivered or given up. */
export interface QueuedDelivery {
  id: number;
  storeHash: string;
  hookId: number;
  hash: string;
  scope: string;
  /** The bytes that are sent, the same in every attempt. */
  body: string;
  /** Attempts that failed so far, blocked ones included. */
  failures: number;
  /** Virtual time in milliseconds of the next attempt. */
  dueAtMs: number;
  /** A second copy that the platform sends by mistake. */
  isCopy: boolean;
}

/** What became of one attempt. */
export interface DeliveryAttempt {
  storeHash: string;
  hookId: number;
  hash: string;
  scope: string;
  destination: string;
  /** 1 for the first one. */
  attempt: number;
  outcome: "delivered" | "failed" | "blocked" | "lost";
  /** A second copy that the platform sent by mistake. */
  isCopy: boolean;
  /** The destination's HTTP status; null when there was no answer or nothing was sent. */
  status: number | null;
  latencyMs: number;
  error: string | null;
  /** Real time at which it ended, ISO 8601. */
  at: string;
  /** Virtual time at which it ended, ISO 8601. */
  virtualAt: string;
  /** Virtual time, ISO 8601; null when there is no further attempt. */
  nextRetryAt: string | null;
}

/** A message that the platform would have sent by mail. */
export interface Mail {
  at: string;
  to: string[];
  subject: string;
  text: string;
}

/** Everything the simulator knows. Plain data: it is written to the state file as it stands. */
export interface WorldState {
  version: 1;
  clockOffsetMs: number;
  settings: Settings;
  faults: Faults;
  stores: SimulatedStore[];
  hooks: SimulatedHook[];
  /** Entries that apps added to the lists of control panels. */
  extensions: SimulatedExtension[];
  codes: PendingCode[];
  /** By their ids, which rise: the order in which they came. */
  queue: Record<string, QueuedDelivery>;
  attempts: DeliveryAttempt[];
  /** By client id and host, see `deliveries/block-list.ts`. */
  hosts: Record<string, HostWindow>;
  /** Virtual milliseconds of the last notice 90001, by store, client and destination. */
  exceptionNotices: Record<string, number>;
  /** Notification addresses, by store and client. */
  adminEmails: Record<string, string[]>;
  mails: Mail[];
  /** Systems that events are passed on to. */
  receivers: Receiver[];
  nextId: number;
}

/** A world in which nothing has happened yet. */
export function emptyWorld(settings: Settings = defaultSettings()): WorldState {
  return {
    version: 1,
    clockOffsetMs: 0,
    settings,
    faults: noFaults(),
    stores: [],
    hooks: [],
    extensions: [],
    codes: [],
    queue: {},
    attempts: [],
    hosts: {},
    exceptionNotices: {},
    adminEmails: {},
    mails: [],
    receivers: [],
    nextId: 31_588_702,
  };
}
