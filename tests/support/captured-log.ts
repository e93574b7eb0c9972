import { symbols } from "pino";
import { log } from "#lib/log/log.ts";

// The settings said "silent" when the log was first imported, maybe by another test file of this process.
log.level = "debug";

/** Every line that this process logs from now on, as it would be written. */
export const logged: string[] = [];

// Cast: pino's types do not name the stream behind its own symbol.
const { [symbols.streamSym]: stream } = log as unknown as Record<symbol, { write(line: string): void }>;
if (!stream) throw new Error("pino keeps its stream elsewhere");
stream.write = (line) => void logged.push(line);
