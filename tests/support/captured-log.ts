// Import first: the level is read once, at the first import of the log.
import { symbols } from "pino";

process.env.LOG_LEVEL = "debug";
const { log } = await import("#lib/log/log.ts");

/** Every line that this process logs from now on, as it would be written. */
export const logged: string[] = [];

// Cast: pino's types do not name the stream behind its own symbol.
const { [symbols.streamSym]: stream } = log as unknown as Record<symbol, { write(line: string): void }>;
if (!stream) throw new Error("pino keeps its stream elsewhere");
stream.write = (line) => void logged.push(line);
