import { afterEach, beforeEach, expect, vi } from "vitest";
import { config } from "#lib/config/config.ts";
import type { SimulatedHook } from "#simulator/world/state.ts";
import type { App } from "./app.ts";
import { requestFaults } from "./openapi.ts";

type Fields = Partial<
  Pick<SimulatedHook, "scope" | "destination" | "headers" | "is_active" | "status" | "client_id">
>;
type Interlude = (call: Call) => Promise<void> | void;
type Aftermath = (call: Call, response: Response) => Promise<void> | void;

/** One call that the app made to the hooks API. */
export interface Call {
  method: string;
  /** Beneath `/stores/{hash}/v3`. */
  address: string;
  body: unknown;
}

/** What tests see and do at BigCommerce, behind the app's back. */
export interface HooksAtBigCommerce {
  /** The app's own hooks of a store. */
  ours(storeHash: string): SimulatedHook[];
  /** The app's only hook of a scope; fails when there is none, or a second one. */
  only(storeHash: string, scope: string): SimulatedHook;
  make(storeHash: string, fields: Fields): Promise<SimulatedHook>;
  change(hook: SimulatedHook, fields: Fields): Promise<void>;
  lose(hook: SimulatedHook): Promise<void>;
  /** Calls to the hooks API since the test began. */
  calls: readonly Call[];
  /** Runs before each call to the hooks API reaches BigCommerce, until the test ends. */
  before(interlude: Interlude): void;
  /**
   * Runs after BigCommerce carried a call out and before the app hears of it, until the test ends; what it throws, the
   * app meets in place of the answer.
   */
  after(aftermath: Aftermath): void;
}

/**
 * Watches every call to the hooks API for the test file that calls it: each one has to be a call that BigCommerce
 * describes. Call it once, after `useApp`.
 */
export function useHooks(app: App): HooksAtBigCommerce {
  const calls: Call[] = [];
  let interlude: Interlude = () => undefined;
  let aftermath: Aftermath = () => undefined;

  beforeEach(() => {
    calls.length = 0;
    interlude = () => undefined;
    aftermath = () => undefined;
    const { fetch } = globalThis;
    vi.spyOn(globalThis, "fetch").mockImplementation(async (input, init) => {
      const call = hooksCall(input, init);
      if (call) {
        calls.push(call);
        await interlude(call);
      }
      const response = await fetch(input, init);
      if (call) await aftermath(call, response);
      return response;
    });
  });
  afterEach(async () => {
    await tamper("DELETE", "/faults");
    expect(calls.flatMap(({ method, address, body }) => requestFaults({ method, address, body }))).toEqual(
      [],
    );
  });

  const tamper = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const response = await fetch(`${app.simulator.url}/control${path}`, {
      method,
      headers: { "Content-Type": "application/json" },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!response.ok)
      throw new Error(`${method} ${path} answered ${response.status}: ${await response.text()}`);
    return response.json();
  };
  const ours = (storeHash: string) =>
    app.simulator.world.state.hooks.filter(
      ({ store_hash, client_id }) => store_hash === storeHash && client_id === config().bigcommerce.clientId,
    );
  return {
    ours,
    only: (storeHash, scope) => {
      const [hook, ...others] = ours(storeHash).filter((each) => each.scope === scope);
      if (!hook || others.length > 0)
        throw new Error(`${scope} has ${hook ? others.length + 1 : "no"} hooks`);
      return hook;
    },
    // Cast: the control API answers with the hook that it made.
    make: async (storeHash, fields) =>
      (await tamper("POST", `/stores/${storeHash}/hooks`, fields)) as SimulatedHook,
    change: async (hook, fields) => {
      await tamper("PATCH", `/stores/${hook.store_hash}/hooks/${hook.id}`, fields);
    },
    lose: async (hook) => {
      await tamper("DELETE", `/stores/${hook.store_hash}/hooks/${hook.id}`);
    },
    calls,
    before: (given) => {
      interlude = given;
    },
    after: (given) => {
      aftermath = given;
    },
  };
}

function hooksCall(input: Parameters<typeof fetch>[0], init: RequestInit | undefined): Call | null {
  const url = String(input instanceof Request ? input.url : input);
  const [, address] = /\/stores\/[^/]+\/v3(\/hooks.*)$/.exec(url) ?? [];
  if (address === undefined || url.includes("/control/")) return null;
  const body: unknown = typeof init?.body === "string" ? JSON.parse(init.body) : undefined;
  return { method: init?.method ?? "GET", address, body };
}
