import { useEffect, useState } from "react";
import type { DestinationPreview, PreviewInput } from "#lib/contract/destination-preview.ts";
import { apiPath } from "#lib/client/paths.ts";
import { ApiProblem, sendJson } from "#lib/client/fetcher/request.ts";

/** A preview is asked for when nothing was typed for so long, in milliseconds. */
const QUIET_MS = 500;

interface Known {
  /** What the last answer, or refusal, was about. */
  about: string | null;
  preview: DestinationPreview | null;
  problem: string | null;
}

/** What a destination that is being typed would be sent. */
export interface Preview {
  /** The last one that was answered; null before the first. */
  preview: DestinationPreview | null;
  /** It is about what was typed before, and another one is on its way. */
  isOld: boolean;
  /** Why there is none of what is typed now, in a sentence; empty where nobody knows. */
  problem: string | null;
  again: () => void;
}

/** Asks for a preview whenever the input is another one, once it rests. @param input Null asks for nothing. */
export function usePreview(store: string, input: PreviewInput | null): Preview {
  const [known, setKnown] = useState<Known>({ about: null, preview: null, problem: null });
  const [turn, setTurn] = useState(0);
  const about = input && `${turn} ${JSON.stringify(input)}`;
  useEffect(() => {
    if (about === null) return undefined;
    const leaving = new AbortController();
    const ask = async () => {
      const body: unknown = JSON.parse(about.slice(about.indexOf(" ")));
      const url = apiPath(store, "destinations/preview");
      try {
        const preview = await sendJson<DestinationPreview>("POST", url, body, { signal: leaving.signal });
        if (!leaving.signal.aborted) setKnown({ about, preview, problem: null });
      } catch (error) {
        if (leaving.signal.aborted) return;
        const problem = error instanceof ApiProblem ? error.message : "";
        setKnown((before) => ({ ...before, about, problem }));
      }
    };
    const timer = setTimeout(() => void ask(), QUIET_MS);
    return () => {
      clearTimeout(timer);
      leaving.abort();
    };
  }, [store, about]);
  return {
    preview: known.preview,
    isOld: about !== null && known.about !== about,
    problem: known.about === about ? known.problem : null,
    again: () => setTurn(turn + 1),
  };
}
