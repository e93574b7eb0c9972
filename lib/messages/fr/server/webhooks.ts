import type { Verdict } from "#lib/contract/subscriptions.ts";
import type * as english from "#lib/messages/en/server/webhooks.ts";

export const OUTCOMES: typeof english.OUTCOMES = {
  NEEDS_REAUTHORISATION: "Rouvrez d’abord l’application et confirmez.",
  BIGCOMMERCE_UNREACHABLE: "BigCommerce n’est pas disponible pour le moment.",
  BIGCOMMERCE_RATE_LIMITED: "La limite d’API de votre boutique est atteinte. Réessayez dans un instant.",
  BIGCOMMERCE_FORBIDDEN: "Cette boutique n’a pas accordé ce que demande ce type d’événement.",
  BIGCOMMERCE_REFUSED: "BigCommerce n’accepte pas de webhook de ce type d’événement.",
  BIGCOMMERCE_CONFLICT: "BigCommerce n’accepte pas de webhook de ce type d’événement.",
  BIGCOMMERCE_NOT_FOUND: "BigCommerce n’a plus ce webhook.",
  BIGCOMMERCE_UNREADABLE: "Nous n’avons pas pu lire la réponse de BigCommerce.",
  STORE_NOT_FOUND: "BigCommerce ne trouve pas cette boutique. Elle est peut-être fermée.",
  CHECK_REFUSED: "BigCommerce a refusé de fournir la liste de vos webhooks.",
  HOOK_LIMIT_REACHED: "BigCommerce permet à une application 10 webhooks par type d’événement.",
  UNKNOWN_SCOPE: "BigCommerce ne documente aucun type d’événement de ce nom.",
  CHECK_RUNNING: "Une vérification est déjà en cours. Réessayez dans un instant.",
};
export const OTHER_OUTCOME: typeof english.OTHER_OUTCOME = "BigCommerce n’a pas accepté la modification.";

export const HEALTH: typeof english.HEALTH = {
  needsAccess:
    "Nous ne pouvons pas vérifier ce webhook tant que vous n’avez pas rouvert l’application et confirmé.",
  doubled: (count) =>
    `BigCommerce a ${count} webhooks pour ce type d’événement. Chaque événement arrive ${count} fois.`,
  doubledBy: (title) =>
    `« ${title} » apporte aussi ces événements, alors que personne ne l’a activé ici. Chaque événement arrive deux fois.`,
  overlaps: (coveredBy) => `« ${coveredBy} » comprend déjà ces événements. Chacun arrive deux fois.`,
  coveredBy: (title) => `Compris dans « ${title} ».`,
  notOn: "Non activé.",
  turnedOff: (who, day) => `Désactivé par ${who} le ${day}.`,
  turningOn: "Nous l’activons chez BigCommerce.",
  gone: "BigCommerce n’a plus ce webhook.",
  notThere: (why) => `BigCommerce n’a pas encore ce webhook. ${why}`,
  elsewhere: "BigCommerce envoie ces événements à une autre adresse.",
  otherSecret: (deadline) =>
    `Nous refusons ces événements, car le secret ne correspond pas. ${
      deadline === null
        ? "BigCommerce renvoie chacun d’eux pendant 48 heures au plus."
        : `Corrigez-le avant le ${deadline} et BigCommerce les renverra.`
    }`,
  noSecret:
    "BigCommerce envoie ces événements sans le secret de la boutique. Nous ne les acceptons que s’ils sont signés.",
  blocked: (time) =>
    `BigCommerce a suspendu les livraisons jusqu’à ${time}. Il envoie en général les événements en attente ensuite.`,
  quiet: (since, end, isRenewed) =>
    `Aucun événement depuis le ${since}. BigCommerce peut le désactiver ${end === null ? "bientôt" : `le ${end}`}.${isRenewed ? " Nous le renouvellerons avant." : ""}`,
  fresh: "Les premiers événements peuvent prendre une minute.",
  lastEvent: (moment) => `Dernier événement : ${moment}.`,
  waiting: (day) => `Activé depuis le ${day}. Aucun événement de ce type n’est encore arrivé.`,
};

export const OFF: typeof english.OFF = {
  bySomebody: (day) => `Désactivé le ${day}, probablement par une personne ou un autre outil.`,
  byWhom: (day) => `Désactivé chez BigCommerce le ${day}. Nous ne savons pas pourquoi.`,
  ownFault: (day, span) =>
    `BigCommerce l’a désactivé le ${day}, probablement parce que nous ne pouvions pas accepter d’événements ${span}.`,
  quiet: (day, days) =>
    `BigCommerce l’a désactivé le ${day}, probablement parce qu’aucun événement n’est arrivé pendant ${days} jours.`,
  gaveUp: (day) => `BigCommerce l’a désactivé le ${day}, car des livraisons ont échoué pendant 48 heures.`,
  perhapsFailed: (day) =>
    `BigCommerce l’a désactivé le ${day}, probablement parce que des livraisons ont échoué pendant 48 heures.`,
  unknown: (day) => `BigCommerce l’a désactivé le ${day} et ne dit pas pourquoi.`,
  at: (time) => `à ${time}`,
  between: (from, to) => `entre ${from} et ${to}`,
};

export const HOLD: typeof english.HOLD = {
  tellingOnly: " La réparation automatique est désactivée.",
  spent: (times, until) =>
    ` Nous l’avons corrigé ${times} fois en une journée et il a de nouveau cessé de fonctionner. Nous réessaierons après le ${until}.`,
  later: (time) => ` Nous essaierons de le corriger après ${time}.`,
  ownFault:
    " Nous essaierons de le corriger dès que nous aurons accepté des événements sans problème pendant 10 minutes.",
};

const FAULTS: Readonly<Partial<Record<Verdict, string>>> = {
  off_by_bigcommerce: "est désactivé",
  missing: "est absent",
  wrong_address: "part à une autre adresse",
  wrong_secret: "a un mauvais secret",
  doubled: "arrive deux fois",
  overlaps_wildcard: "arrive deux fois",
  over_limit: "dépasse la limite de BigCommerce",
  going_quiet: "sera peut-être bientôt désactivé",
};

export const STORE: typeof english.STORE = {
  nothingOn: "Aucun type d’événement n’est activé, donc aucun événement n’arrive.",
  checking: "Nous comparons vos webhooks avec BigCommerce.",
  refusing: "Nous n’avons pas pu accepter les derniers événements, et aucun n’est arrivé depuis.",
  allOn: (all) => (all === 1 ? "Votre webhook est activé." : `Les ${all} webhooks sont activés.`),
  firstEvent: "Aucun événement n’est encore arrivé.",
  lastEvent: (ago) => `Dernier événement : ${ago}.`,
  destination: "Une destination demande votre attention.",
  destinationRetrying: "Une destination n’accepte pas d’événements en ce moment.",
  needsAccess:
    "Rouvrez l’application et confirmez. D’ici là, nous ne pouvons ni vérifier ni corriger les webhooks.",
  paused: (time) => `BigCommerce a suspendu les livraisons jusqu’à ${time}.`,
  silent: "BigCommerce ne répond pas.",
  error: (status) => `BigCommerce a renvoyé une erreur (${status}).`,
  unavailable:
    "BigCommerce indique que cette boutique n’est pas disponible (503). Elle est peut-être suspendue ou en maintenance.",
  nextTry: (time) => `Nous réessaierons à ${time}.`,
  tryingNow: "Nous réessayons en ce moment.",
  needy: (needy, all, named) => {
    const count =
      all === 1
        ? "Votre webhook demande votre attention"
        : `${needy} webhooks sur ${all} ${needy === 1 ? "demande" : "demandent"} votre attention`;
    const names = named.map(
      ({ title, verdict }) => `« ${title} » ${FAULTS[verdict] ?? "demande votre attention"}`,
    );
    const more = needy - named.length;
    return `${count} : ${names.join(", ")}${more > 0 ? ` et ${more} de plus` : ""}.`;
  },
  justNow: "il y a moins d’une minute",
};
