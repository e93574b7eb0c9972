import type * as english from "#lib/messages/en/runs.ts";
import type { RunKind } from "#lib/contract/runs.ts";
import { counted } from "./plural.ts";

export const area = "runs";

/** What each kind of run does, as a noun, and what it has done. */
const VERBS: Readonly<Record<RunKind, { doing: string; done: string }>> = {
  turn_on: { doing: "Einschalten", done: "eingeschaltet" },
  turn_off: { doing: "Ausschalten", done: "ausgeschaltet" },
  put_right: { doing: "Reparieren", done: "repariert" },
};

export const RUNS: typeof english.RUNS = {
  region: "Änderungen an vielen Webhooks",
  title: (kind, total) => `${counted(total, "Webhook wird", "Webhooks werden")} ${VERBS[kind].done}`,
  progress: (kind, ended, total) => `${VERBS[kind].doing}: ${ended} von ${total}`,
  progressLabel: (ended, total) => `${ended} von ${total}`,
  said: (kind, percent) => `${VERBS[kind].doing}: ${percent} % erledigt`,
  now: (title) => `Gerade: ${title}`,
  startedBy: (email) => `Begonnen von ${email}`,
  waitsForTurn: "Wartet, bis es an der Reihe ist.",

  report: (kind, { done, refused, left }) =>
    [
      `${counted(done, "Webhook", "Webhooks")} ${VERBS[kind].done}`,
      refused > 0 ? `${refused} abgelehnt` : "",
      left > 0 ? `${left} unverändert` : "",
    ]
      .filter(Boolean)
      .join(", "),
  refusals: "Abgelehnte Änderungen",
  types: "Ereignistypen dieser Änderung",
  refusal: (title, sentence) => `${title}: ${sentence}`,
  tryAgainOne: (title) => `${title} erneut versuchen`,
  tryAllAgain: "Alle erneut versuchen",

  hide: "Fortschritt ausblenden",
  show: "Fortschritt zeigen",
  cancel: "Rest abbrechen",
  cancelling: "Wird abgebrochen …",
  cancelled: "Abgebrochen. Was erledigt ist, bleibt. Der Rest ist unverändert.",
  noWorker: "Keeper kann diese Änderungen gerade nicht ausführen. Sie gehen weiter, sobald es wieder geht.",
};
