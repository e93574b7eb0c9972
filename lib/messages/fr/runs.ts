import type * as english from "#lib/messages/en/runs.ts";
import type { RunKind } from "#lib/contract/runs.ts";
import { counted, plural } from "./plural.ts";

export const area = "runs";

/** What each kind of run does, as a noun, and what it has done to one and to several. */
const VERBS: Readonly<Record<RunKind, { doing: string; one: string; many: string }>> = {
  turn_on: { doing: "Activation", one: "activé", many: "activés" },
  turn_off: { doing: "Désactivation", one: "désactivé", many: "désactivés" },
  put_right: { doing: "Réparation", one: "réparé", many: "réparés" },
};

export const RUNS: typeof english.RUNS = {
  region: "Modifications de nombreux webhooks",
  title: (kind, total) => `${VERBS[kind].doing} de ${counted(total, "webhook", "webhooks")}`,
  progress: (kind, ended, total) => `${VERBS[kind].doing} : ${ended} sur ${total}`,
  progressLabel: (ended, total) => `${ended} sur ${total}`,
  said: (kind, percent) => `${VERBS[kind].doing} : ${percent} % terminé`,
  now: (title) => `En cours : ${title}`,
  startedBy: (email) => `Lancé par ${email}`,
  waitsForTurn: "En attente de son tour.",

  report: (kind, { done, refused, left }) =>
    [
      `${counted(done, "webhook", "webhooks")} ${plural(done, VERBS[kind].one, VERBS[kind].many)}`,
      refused > 0 ? `${refused} ${plural(refused, "refusé", "refusés")}` : "",
      left > 0 ? `${left} ${plural(left, "inchangé", "inchangés")}` : "",
    ]
      .filter(Boolean)
      .join(", "),
  refusals: "Modifications refusées",
  types: "Types d’événement de cette modification",
  refusal: (title, sentence) => `${title} : ${sentence}`,
  tryAgainOne: (title) => `Réessayer ${title}`,
  tryAllAgain: "Tout réessayer",

  hide: "Masquer la progression",
  show: "Afficher la progression",
  cancel: "Annuler le reste",
  cancelling: "Annulation…",
  cancelled: "Annulé. Ce qui est fait reste. Le reste est inchangé.",
  noWorker: "Keeper ne peut pas faire ces modifications pour l’instant. Elles reprendront dès que possible.",
};
