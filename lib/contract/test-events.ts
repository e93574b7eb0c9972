import { z } from "zod";
import { Proof } from "./events.ts";

/** `POST /s/{storeHash}/api/test-events` */
export const TestRequest = z.object({ scope: z.string().min(1).max(200) });

/** What a test event goes through, in this order. */
export const TestStep = z.enum(["sent", "proven", "stored", "seen"]);
export type TestStep = z.infer<typeof TestStep>;

/** Why a test event came no further. A closed set. */
export const TestStop = z.enum([
  "name_unknown",
  "refused",
  "no_route",
  "insecure",
  "too_slow",
  "cut_off",
  "redirected",
  "password_asked",
  "too_large",
  "gateway",
  "answered_otherwise",
  "unproven",
  "not_committed",
  "went_elsewhere",
  "mark_lost",
  "not_seen",
]);
export type TestStop = z.infer<typeof TestStop>;

/** Where the connection led: to an address of everybody's, to one of a network's own, or to this very machine. */
export const TestReach = z.enum(["public", "private", "loopback"]);
export type TestReach = z.infer<typeof TestReach>;

/** One message, named `news`, of the stream that answers a test. It ends with the last step, or with where it stopped. */
export const TestNews = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("begun"), destination: z.string() }),
  z.object({ kind: z.literal("reached"), address: z.string(), reach: TestReach }),
  z.object({
    kind: z.literal("done"),
    step: TestStep,
    /** Milliseconds since it was sent. */
    afterMs: z.number().int(),
    /** What proved it; of that step alone. */
    proof: Proof.optional(),
    /** Its id in the log, once it is there. */
    eventId: z.string().optional(),
  }),
  z.object({
    kind: z.literal("stopped"),
    step: TestStep,
    stop: TestStop,
    /** HTTP status of the answer; null when there was none. */
    status: z.number().int().nullable(),
    /** What helps to find the cause: a system's code, the phase that took too long, or where a redirect leads. */
    detail: z.string().nullable(),
  }),
]);
export type TestNews = z.infer<typeof TestNews>;

/** `unknown`: it stopped behind this step, and nobody can tell how this one went. `skipped`: it did not come so far. */
export type StepState =
  | { state: "under_way" | "waiting" | "unknown" | "skipped" | "stopped" }
  | { state: "done"; afterMs: number; proof: Proof | null };

/** How far a test event is. */
export interface TestProgress {
  destination: string | null;
  reached: { address: string; reach: TestReach } | null;
  steps: Record<TestStep, StepState>;
  stop: { step: TestStep; stop: TestStop; status: number | null; detail: string | null } | null;
  /** Its id in the log, once it is there. */
  eventId: string | null;
  isOver: boolean;
}
