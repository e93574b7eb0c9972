// `npm run operator -- …`: what whoever runs the app asks and does without SQL. docs/operator.md says how.
import "./environment.ts";
import { createInterface } from "node:readline/promises";
import { parseConfig } from "#lib/config/config.ts";
import { closeDatabase } from "#lib/platform/db/client.ts";
import { onDatabase } from "./on-database.ts";
import { EXIT, WrongUsage, readOrder, type Order } from "./operator/order.ts";

const stop = new AbortController();
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => stop.abort());

/** Asks on the terminal; where none is, nobody agreed. */
async function confirm(question: string, word: string): Promise<boolean> {
  if (!process.stdin.isTTY) return false;
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return (await lines.question(question, { signal: stop.signal })).trim() === word;
  } finally {
    lines.close();
  }
}

async function work(order: Order, isJson: boolean): Promise<number> {
  // Not before: the logger reads the settings when it is imported, and standard output is for the answer.
  process.env.LOG_LEVEL = "silent";
  const { answerTo } = await import("./operator/answer.ts");
  const { data, lines, exitCode } = await answerTo(order, { confirm, signal: stop.signal }, new Date());
  const text = isJson ? JSON.stringify(data, null, 2) : lines.join("\n");
  (exitCode === EXIT.done || isJson ? process.stdout : process.stderr).write(`${text}\n`);
  return exitCode;
}

try {
  const { order, isJson } = readOrder(process.argv.slice(2));
  // Alarms are told without the database, and are tried without it.
  process.exitCode =
    order.command === "test-alert"
      ? await work(order, isJson)
      : await onDatabase(parseConfig(process.env), () => work(order, isJson));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = error instanceof WrongUsage ? EXIT.usage : EXIT.failed;
} finally {
  await closeDatabase();
  process.disconnect?.();
}
