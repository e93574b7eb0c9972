import pino from "pino";
import { expect, test } from "vitest";
import { consoleToLog } from "./console-to-log.ts";
import { discreet } from "./redact.ts";

const said: unknown[] = [];
type Say = (...words: unknown[]) => void;
const unset: Say = () => undefined;
const console = { error: unset, warn: unset, info: unset, log: unset, debug: unset, trace: unset };
consoleToLog(
  console,
  pino(
    { base: null, timestamp: false, ...discreet() },
    { write: (line) => void said.push(JSON.parse(line)) },
  ),
);

test("an uncaught error of the database comes without its row", () => {
  console.error(
    "uncaughtException: ",
    Object.assign(new Error("not null"), { detail: "Failing row (hunter2)" }),
  );
  expect(said.splice(0)).toEqual([
    {
      level: 50,
      err: { name: "Error", message: "not null", stack: expect.any(String) },
      msg: "uncaughtException:  Error",
    },
  ]);
});

test("texts come as they are, without what is shaped like a secret; things are named", () => {
  console.warn("careful: %s and %d", "ticket=abcdefgh", 7, { token: "hunter2" }, [1]);
  console.log("Ready");
  console.info(Object.create(null));
  expect(said.splice(0)).toEqual([
    { level: 40, msg: "careful: ticket=[hidden] and 7 [Object] [Array]" },
    { level: 30, msg: "Ready" },
    { level: 30, msg: "[object]" },
  ]);
});
