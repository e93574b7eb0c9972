import type { Remedy, Verdict } from "#lib/contract/subscriptions.ts";
import type * as english from "#lib/messages/en/server/webhooks.ts";

export const OUTCOMES: typeof english.OUTCOMES = {
  NEEDS_REAUTHORISATION: "La boutique doit de nouveau accepter cette application.",
  BIGCOMMERCE_UNREACHABLE: "BigCommerce met plus de temps que d’habitude à répondre.",
  BIGCOMMERCE_RATE_LIMITED: "BigCommerce nous demande de ralentir. Réessayez dans un instant.",
  BIGCOMMERCE_FORBIDDEN: "Cette boutique n’a pas accordé ce que demande ce type d’événement.",
  BIGCOMMERCE_REFUSED: "BigCommerce n’accepte pas de webhook de ce type d’événement.",
  BIGCOMMERCE_CONFLICT: "BigCommerce n’accepte pas de webhook de ce type d’événement.",
  BIGCOMMERCE_NOT_FOUND: "BigCommerce n’a plus ce webhook.",
  BIGCOMMERCE_UNREADABLE: "BigCommerce a répondu quelque chose que cette application ne sait pas lire.",
  STORE_NOT_FOUND: "BigCommerce ne trouve pas cette boutique. Elle est peut-être fermée ou déplacée.",
  CHECK_REFUSED: "Les webhooks n’ont pas pu être vérifiés : BigCommerce a refusé d’en fournir la liste.",
  HOOK_LIMIT_REACHED: "BigCommerce permet à cette application 10 webhooks par type d’événement.",
  UNKNOWN_SCOPE: "BigCommerce ne documente aucun type d’événement de ce nom.",
  CHECK_RUNNING: "Une vérification est déjà en cours. Réessayez dans un instant.",
};
export const OTHER_OUTCOME: typeof english.OTHER_OUTCOME = "BigCommerce n’a pas accepté la modification.";

export const HEALTH: typeof english.HEALTH = {
  needsAccess: "La boutique doit de nouveau accepter cette application.",
  doubled: (count) =>
    `BigCommerce a ${count} webhooks pour ce type d’événement. Chaque événement arrive ${count} fois.`,
  doubledBy: (title) =>
    `Un webhook pour « ${title} » les apporte aussi, alors que personne ne l’a activé ici. Chaque événement arrive deux fois.`,
  overlaps: (coveredBy) => `Couvert par « ${coveredBy} ». Chaque événement arrive deux fois.`,
  coveredBy: (title) => `Couvert par « ${title} ».`,
  notOn: "Non activé.",
  turnedOff: (who, day) => `Désactivé par ${who} le ${day}.`,
  turningOn: "Son activation chez BigCommerce est en cours.",
  gone: "BigCommerce n’a plus ce webhook.",
  notThere: (why) => `Pas encore là. ${why}`,
  elsewhere: "BigCommerce envoie ces événements à une autre adresse de cette application.",
  noSecret: "Les événements arrivent sans le secret convenu.",
  blocked: (time) =>
    `BigCommerce suspend les livraisons jusqu’à ${time}, car trop ont échoué. Les événements de cette période arrivent plus tard, certains peut-être jamais : la vue d’ensemble dit ce que cette application a refusé.`,
  quiet: (since, end, isRenewed) =>
    `Aucun événement depuis le ${since}. BigCommerce le désactive ${end === null ? "d’un jour à l’autre" : `le ${end}`}.${isRenewed ? " L’application le renouvelle avant." : ""}`,
  fresh: "Les premiers événements peuvent prendre une minute.",
  lastEvent: (moment) => `Dernier événement le ${moment}.`,
  waiting: (day) => `Activé depuis le ${day}. Aucun événement de ce type ne s’est encore produit.`,
};

export const OFF: typeof english.OFF = {
  bySomebody: (day) =>
    `Désactivé chez BigCommerce le ${day}, très probablement par quelqu’un et non par BigCommerce, alors qu’il est voulu ici.`,
  byWhom: (day) => `Désactivé chez BigCommerce le ${day}. On ne sait pas encore par qui.`,
  ownFault: (day, span) =>
    `Désactivé par BigCommerce le ${day}, car cette application ne pouvait pas recevoir de livraisons ${span}.`,
  quiet: (day, days) =>
    `Désactivé par BigCommerce le ${day}, très probablement car aucun événement n’est arrivé pendant ${days} jours.`,
  perhapsFailed: (day) =>
    `Désactivé par BigCommerce le ${day}, peut-être car des livraisons ont échoué pendant 48 heures, bien qu’un de ces événements soit arrivé entre-temps.`,
  failed: (day) =>
    `Désactivé par BigCommerce le ${day}, très probablement car des livraisons ont échoué pendant 48 heures.`,
  at: (time) => `à ${time}`,
  between: (from, to) => `entre ${from} et ${to}`,
};

const DEEDS: Readonly<Partial<Record<Remedy, { keeper: string; person: string }>>> = {
  turn_on: { keeper: "le réactive", person: "activez-le vous-même" },
  reregister: { keeper: "le réinscrit", person: "réinscrivez-le vous-même" },
};
const deedOf = (remedy: Remedy) =>
  DEEDS[remedy] ?? { keeper: "le remet en ordre", person: "remettez-le vous-même en ordre" };

export const HOLD: typeof english.HOLD = {
  tellingOnly: " Il vous attend, car cette application doit seulement signaler.",
  spent: (remedy, times, until) =>
    ` L’application l’a remis en ordre ${times} fois en une journée, et chaque fois il a de nouveau cessé de fonctionner. Il reste ainsi jusqu’au ${until} : cherchez la cause, ou ${deedOf(remedy).person}.`,
  later: (remedy, time) => ` L’application ${deedOf(remedy).keeper} à ${time} au plus tôt.`,
  ownFault: (remedy) =>
    ` L’application ${deedOf(remedy).keeper} dès qu’elle a bien fonctionné pendant 10 minutes.`,
};

const FAULTS: Readonly<Partial<Record<Verdict, string>>> = {
  off_by_bigcommerce: "est désactivé",
  missing: "est absent",
  wrong_address: "est envoyé à une autre adresse",
  wrong_secret: "n’a pas son secret",
  doubled: "arrive deux fois",
  overlaps_wildcard: "arrive deux fois",
  over_limit: "dépasse la limite de BigCommerce",
  blocked: "est suspendu par BigCommerce",
  going_quiet: "est muet depuis longtemps",
};

export const STORE: typeof english.STORE = {
  nothingOn: "Rien n’est activé, donc aucun événement n’arrive.",
  asOf: (ago) => `C’était ainsi ${ago}.`,
  noEvents: "Aucun événement au cours des dernières 24 heures.",
  checkFailed: "Les événements arrivent, mais la dernière vérification a échoué.",
  checking: "Vos webhooks sont comparés avec BigCommerce.",
  refusing: "La dernière livraison a été refusée, et aucun événement n’est arrivé depuis.",
  good: (all, ago) =>
    `${all === 1 ? "Votre webhook est activé" : `Les ${all} webhooks sont activés`} ; ${ago === null ? "aucun événement n’est encore arrivé" : `le dernier événement est arrivé ${ago}`}.`,
  needsAccess:
    "La boutique doit de nouveau accepter cette application. D’ici là, les webhooks restent tels quels.",
  needy: (needy, all, named) => {
    const count =
      all === 1
        ? "Votre webhook demande votre attention"
        : `${needy} sur ${all} ${needy === 1 ? "demande" : "demandent"} votre attention`;
    const names = named.map(({ title, verdict }) => `« ${title} » ${FAULTS[verdict] ?? "demande un accès"}`);
    const more = needy - named.length;
    return `${count} : ${names.join(", ")}${more > 0 ? `, et ${more} de plus` : ""}.`;
  },
  justNow: "il y a moins d’une minute",
};
