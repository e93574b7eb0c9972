import type * as english from "#lib/messages/en/runs.ts";
import type { RunKind } from "#lib/contract/runs.ts";
import { counted, plural } from "./plural.ts";

export const area = "runs";

/** What each kind of run does, and what it has done to one and to several. */
const VERBS: Readonly<Record<RunKind, { doing: string; one: string; many: string }>> = {
  turn_on: { doing: "Activando", one: "activado", many: "activados" },
  turn_off: { doing: "Desactivando", one: "desactivado", many: "desactivados" },
  put_right: { doing: "Reparando", one: "reparado", many: "reparados" },
};

export const RUNS: typeof english.RUNS = {
  region: "Cambios en muchos webhooks",
  title: (kind, total) => `${VERBS[kind].doing} ${counted(total, "webhook", "webhooks")}`,
  progress: (kind, ended, total) => `${VERBS[kind].doing} ${ended} de ${total}`,
  progressLabel: (ended, total) => `${ended} de ${total}`,
  said: (kind, percent) => `${VERBS[kind].doing}: ${percent} % hecho`,
  now: (title) => `Ahora: ${title}`,
  startedBy: (email) => `Iniciado por ${email}`,
  waitsForTurn: "Espera su turno.",

  report: (kind, { done, refused, left }) =>
    [
      `${counted(done, "webhook", "webhooks")} ${plural(done, VERBS[kind].one, VERBS[kind].many)}`,
      refused > 0 ? `${refused} ${plural(refused, "rechazado", "rechazados")}` : "",
      left > 0 ? `${left} sin cambios` : "",
    ]
      .filter(Boolean)
      .join(", "),
  refusals: "Cambios rechazados",
  types: "Tipos de evento de este cambio",
  refusal: (title, sentence) => `${title}: ${sentence}`,
  tryAgainOne: (title) => `Reintentar ${title}`,
  tryAllAgain: "Reintentar todos",

  hide: "Ocultar progreso",
  show: "Mostrar progreso",
  cancel: "Cancelar el resto",
  cancelling: "Cancelando…",
  cancelled: "Cancelado. Lo hecho se queda. El resto no cambia.",
  noWorker: "Keeper no puede hacer estos cambios ahora mismo. Siguen en cuanto pueda.",
};
