import { type LabProcess, residentBytes } from "./lab.ts";

/** Whose events, by whom, and which of them; `query` begins with "&". */
export interface ExportTarget {
  storeHash: string;
  bearer: string;
  query?: string;
}

export interface ExportSize {
  bytes: number;
  lines: number;
}

/** An export that is under way. */
export interface Download {
  status: number;
  /** Reads it to its end. */
  readAll(): Promise<ExportSize>;
  /** Goes away in the middle of it. */
  leave(): void;
}

/** Asks a process for the log of a store as NDJSON, as its page does: compressed on the way. */
export async function openExport(
  { origin }: Pick<LabProcess, "origin">,
  { storeHash, bearer, query = "" }: ExportTarget,
): Promise<Download> {
  const gone = new AbortController();
  const response = await fetch(
    `${origin}/s/${storeHash}/api/events/export?format=ndjson&compression=gzip${query}`,
    {
      headers: { Authorization: `Bearer ${bearer}` },
      signal: gone.signal,
    },
  );
  return {
    status: response.status,
    readAll: async () => {
      let [bytes, lines] = [0, 0];
      for await (const chunk of response.body?.pipeThrough(new DecompressionStream("gzip")) ?? []) {
        bytes += chunk.byteLength;
        for (const byte of chunk) if (byte === 0x0a) lines++;
      }
      return { bytes, lines };
    },
    leave: () => gone.abort(),
  };
}

/** Watches a process' memory; the result tells how many bytes it held at most. */
export function watchPeak({ pid }: LabProcess, everyMs = 100): () => number {
  let most = residentBytes(pid);
  const timer = setInterval(() => (most = Math.max(most, residentBytes(pid))), everyMs);
  return () => {
    clearInterval(timer);
    return Math.max(most, residentBytes(pid));
  };
}
