import { parseArgs } from "node:util";
import { z } from "zod";
import { STORE_STATES } from "#lib/features/operator/stores.records.ts";
import { StoreHash } from "#lib/ids.ts";

/** How a command ends. */
export const EXIT = { done: 0, failed: 1, usage: 2, notFound: 3, refused: 4 } as const;

export const USAGE = `Usage: npm run operator -- COMMAND [--json]

  stores [SEARCH] [--state ${STORE_STATES.join("|")}]   stores and how they are doing
  store HASH                 one store, in full
  check HASH                 has a worker compare its webhooks now, and fix them
  purge HASH [--yes]         deletes everything of a store that removed the app
  queue                      what background jobs wait, run and failed
  stuck [ID --run|--drop]    jobs that do not go on; runs one again, or drops it
  refusals [--hours N]       deliveries that were refused
  partitions                 the days of the logs, with their sizes
  spool                      what waits on this machine's disk for the database
  doctor [FILE]              what a support case needs, without secrets; - for standard output
  test-alert                 sends a test message to OPERATOR_EMAIL and OPERATOR_WEBHOOK_URL

stores and stuck take --limit N and --after LAST for the next page.
Exit codes: 0 done, 1 failed, 2 wrong usage, 3 not found, 4 refused.`;

/** The command line says something that no command takes; the message is the usage, or what is wrong with it. */
export class WrongUsage extends Error {}

const Page = {
  limit: z.coerce.number().int().min(1).max(500).default(50),
  after: z.string().min(1).max(32).nullable(),
};
const JobId = z.string().regex(/^\d{1,18}$/);

const Order = z.discriminatedUnion("command", [
  z.strictObject({
    command: z.literal("stores"),
    search: z.string().max(200).default(""),
    state: z.enum(STORE_STATES).nullable(),
    ...Page,
  }),
  z.strictObject({ command: z.literal("store"), hash: StoreHash }),
  z.strictObject({ command: z.literal("check"), hash: StoreHash }),
  z.strictObject({ command: z.literal("purge"), hash: StoreHash, yes: z.boolean() }),
  z.strictObject({ command: z.literal("queue") }),
  z.strictObject({
    command: z.literal("stuck"),
    id: JobId.optional(),
    act: z.enum(["run", "drop"]).nullable(),
    limit: Page.limit,
    after: JobId.nullable(),
  }),
  z.strictObject({
    command: z.literal("refusals"),
    hours: z.coerce.number().int().min(1).max(8_760).default(24),
  }),
  z.strictObject({ command: z.literal("partitions") }),
  z.strictObject({ command: z.literal("spool") }),
  z.strictObject({ command: z.literal("doctor"), file: z.string().min(1).optional() }),
  z.strictObject({ command: z.literal("test-alert") }),
]);
export type Order = z.infer<typeof Order>;

const OPTIONS = {
  json: { type: "boolean" },
  yes: { type: "boolean" },
  run: { type: "boolean" },
  drop: { type: "boolean" },
  state: { type: "string" },
  hours: { type: "string" },
  limit: { type: "string" },
  after: { type: "string" },
} as const;

/** Which word behind a command it takes, and which options. */
const TAKES: Readonly<
  Record<Order["command"], { word?: string; options: readonly (keyof typeof OPTIONS)[] }>
> = {
  stores: { word: "search", options: ["state", "limit", "after"] },
  store: { word: "hash", options: [] },
  check: { word: "hash", options: [] },
  purge: { word: "hash", options: ["yes"] },
  queue: { options: [] },
  stuck: { word: "id", options: ["run", "drop", "limit", "after"] },
  refusals: { options: ["hours"] },
  partitions: { options: [] },
  spool: { options: [] },
  doctor: { word: "file", options: [] },
  "test-alert": { options: [] },
};

/**
 * Reads a command line. Pure.
 * @throws {WrongUsage} when it is none of ours.
 */
export function readOrder(args: readonly string[]): { order: Order; isJson: boolean } {
  const { values, positionals } = parsed(args);
  const [command = "", word, ...more] = positionals;
  if (!isCommand(command) || more.length > 0) throw new WrongUsage(USAGE);
  const takes = TAKES[command];
  const strange = Object.keys(values).find(
    (name) => name !== "json" && !takes.options.some((option) => option === name),
  );
  if (strange !== undefined) throw new WrongUsage(`${command} takes no --${strange}\n\n${USAGE}`);
  if (word !== undefined && takes.word === undefined) throw new WrongUsage(USAGE);
  const given: Record<string, unknown> = { command, ...(takes.word && { [takes.word]: word }) };
  for (const option of takes.options) given[option] = values[option];
  const read = Order.safeParse(shaped(command, given));
  if (!read.success) throw new WrongUsage(USAGE);
  return { order: read.data, isJson: values.json ?? false };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  } catch (cause) {
    throw new WrongUsage(USAGE, { cause });
  }
}

const isCommand = (text: string): text is Order["command"] => Object.hasOwn(TAKES, text);

/** What is left out is null where an order says so, and `--run` and `--drop` are one choice. */
function shaped(command: Order["command"], given: Record<string, unknown>): Record<string, unknown> {
  const { run, drop, ...rest } = given;
  if (command === "stores") return { ...rest, state: rest.state ?? null, after: rest.after ?? null };
  if (command === "purge") return { ...rest, yes: rest.yes ?? false };
  if (command !== "stuck") return rest;
  const isBoth = run === true && drop === true;
  const act = isBoth ? "both" : run === true ? "run" : drop === true ? "drop" : null;
  // A job is named to be acted upon, and nothing is acted upon that is not named.
  if ((act === null) !== (rest.id === undefined)) throw new WrongUsage(USAGE);
  return { ...rest, act, after: rest.after ?? null };
}
