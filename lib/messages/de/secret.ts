import type * as english from "#lib/messages/en/secret.ts";
import { counted } from "./plural.ts";

export const area = "secret";

export const SECRET: typeof english.SECRET = {
  title: "Webhook-Secret",
  text: "Jeder Webhook trägt ein Secret, das zeigt, dass ein Ereignis für diesen Shop bestimmt ist. Niemand muss es kennen.",
  idle: "Erneuern Sie es, wenn jemand es gesehen haben könnte. Dabei geht kein Ereignis verloren.",
  renew: "Webhook-Secret erneuern",
  question: "Das Webhook-Secret erneuern?",
  questionText:
    "Die Webhooks wechseln innerhalb von Minuten von selbst zum neuen Secret. Das alte wird noch zwei Tage angenommen, weil BigCommerce Gescheitertes noch einmal sendet.",
  ownerOnly: "Nur der Inhaber des Shops kann es erneuern.",
  failed: "Das Secret wurde nicht erneuert.",
  slow: "Wie weit die Erneuerung ist, lädt länger als sonst.",
};

export const progressText: typeof english.progressText = ({ hooks, hooksOnNew }) =>
  `${hooksOnNew} von ${counted(hooks, "Webhook nutzt", "Webhooks nutzen")} das neue.`;

export const renewalText: typeof english.renewalText = (
  { phase, changesAt, endsAt, isEndCertain, hooks, hooksOnNew },
  moment,
) => {
  if (phase === "announced")
    return `Das neue Secret ist bereit. Die Webhooks wechseln ab ${moment(changesAt ?? endsAt)} dazu; beide werden angenommen.`;
  if (isEndCertain) return `Beide werden bis ${moment(endsAt)} angenommen. Dann endet das alte.`;
  if (hooksOnNew === hooks) return "Beide werden noch zwei Tage angenommen. Dann endet das alte.";
  return `Beide werden bis zwei Tage nach der letzten Umstellung angenommen, längstens bis ${moment(endsAt)}.`;
};
