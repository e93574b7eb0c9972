import type * as english from "#lib/messages/en/secret.ts";
import { counted } from "./plural.ts";

export const area = "secret";

export const SECRET: typeof english.SECRET = {
  title: "Secret des webhooks",
  text: "Chaque webhook porte un secret qui montre qu’un événement est destiné à cette boutique. Personne n’a besoin de le connaître.",
  idle: "Renouvelez-le si quelqu’un a pu le voir. Aucun événement n’est perdu pendant ce temps.",
  renew: "Renouveler le secret des webhooks",
  question: "Renouveler le secret des webhooks ?",
  questionText:
    "Les webhooks passent d’eux-mêmes au nouveau secret en quelques minutes. L’ancien est accepté deux jours de plus, car BigCommerce renvoie ce qui a échoué.",
  ownerOnly: "Seul le propriétaire de la boutique peut le renouveler.",
  failed: "Le secret n’a pas été renouvelé.",
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
