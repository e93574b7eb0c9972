import type * as english from "#lib/messages/en/secret.ts";
import { counted } from "./plural.ts";

export const area = "secret";

export const SECRET: typeof english.SECRET = {
  title: "Webhook-Secret",
  text: "Ein Secret, das beweist, dass Ereignisse für Ihren Shop sind. Sie müssen es nicht kennen.",
  idle: "Erneuern Sie es, wenn jemand es gesehen haben könnte. Dabei gehen keine Ereignisse verloren.",
  renew: "Secret erneuern",
  question: "Das Webhook-Secret erneuern?",
  questionText: "Die Webhooks bekommen innerhalb von Minuten ein neues Secret. Das alte gilt noch 2 Tage.",
  failed: "Das Secret wurde nicht erneuert",
  slow: "Der Stand der Erneuerung lädt länger als sonst.",
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
