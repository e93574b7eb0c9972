import { randomBytes } from "node:crypto";
import type { ReceivedRequest, Receiver, ReceiverAnswer } from "#simulator/world/receiver.ts";
import type { World } from "#simulator/world/world.ts";

/** Receivers that may be there at once. */
export const RECEIVERS_MAX = 100;
/** Requests that a receiver remembers, the oldest forgotten first. */
const REQUESTS_MAX = 1_000;
/** Of a body this much is remembered. */
const BODY_CHARACTERS_MAX = 100_000;

export const WELL: ReceiverAnswer = { status: 200, delayMs: 0, headers: {}, body: "" };

/** Makes a receiver that answers 200. @throws RangeError when there are too many. */
export function makeReceiver(
  world: World,
  {
    name = "Receiver",
    storeHash = null,
  }: { name?: string | undefined; storeHash?: string | null | undefined },
): Receiver {
  const { receivers } = world.state;
  if (receivers.length >= RECEIVERS_MAX) throw new RangeError(`There are ${RECEIVERS_MAX} receivers already`);
  const receiver: Receiver = {
    id: randomBytes(9).toString("base64url"),
    name,
    storeHash,
    answer: { ...WELL },
    requests: [],
  };
  receivers.push(receiver);
  world.save();
  return receiver;
}

/** The receiver with this id; undefined when there is none. */
export const findReceiver = (world: World, id: string): Receiver | undefined =>
  world.state.receivers.find((receiver) => receiver.id === id);

/** Notes a request, and what it is answered. */
export function noteRequest(world: World, { requests }: Receiver, request: ReceivedRequest): void {
  requests.push({ ...request, body: request.body.slice(0, BODY_CHARACTERS_MAX) });
  // Trimmed a tenth at a time: each cut at the front moves the whole list.
  if (requests.length > REQUESTS_MAX * 1.1) requests.splice(0, requests.length - REQUESTS_MAX);
  world.save();
}
