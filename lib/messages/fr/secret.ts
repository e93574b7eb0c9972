import type * as english from "#lib/messages/en/secret.ts";
import { counted } from "./plural.ts";

export const area = "secret";

export const SECRET: typeof english.SECRET = {
  title: "Secret des webhooks",
  text: "Un secret qui prouve que les événements sont pour votre boutique. Vous n’avez pas besoin de le connaître.",
  idle: "Renouvelez-le si quelqu’un a pu le voir. Vous ne perdrez aucun événement.",
  renew: "Renouveler le secret",
  question: "Renouveler le secret des webhooks ?",
  questionText:
    "Les webhooks reçoivent un nouveau secret en quelques minutes. L’ancien reste valable 2 jours.",
  failed: "Le secret n’a pas été renouvelé",
  slow: "L’avancement du renouvellement se charge plus lentement que d’habitude.",
};

export const progressText: typeof english.progressText = ({ hooks, hooksOnNew }) =>
  `${hooksOnNew} sur ${counted(hooks, "webhook utilise", "webhooks utilisent")} le nouveau.`;

export const renewalText: typeof english.renewalText = (
  { phase, changesAt, endsAt, isEndCertain, hooks, hooksOnNew },
  moment,
) => {
  if (phase === "announced")
    return `Le nouveau secret est prêt. Les webhooks y passent à partir du ${moment(changesAt ?? endsAt)} ; les deux sont acceptés.`;
  if (isEndCertain) return `Les deux sont acceptés jusqu’au ${moment(endsAt)}. Puis l’ancien prend fin.`;
  if (hooksOnNew === hooks) return "Les deux sont acceptés deux jours de plus. Puis l’ancien prend fin.";
  return `Les deux sont acceptés jusqu’à deux jours après le dernier changement, et au plus tard jusqu’au ${moment(endsAt)}.`;
};
