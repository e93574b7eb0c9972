import type * as english from "#lib/messages/en/rejections.ts";
import { wholeNumber } from "#lib/messages/format/time.ts";
import type { RejectionReason } from "#lib/contract/values/rejections.ts";
import { counted, plural } from "./plural.ts";

export const area = "rejections";

const SENT_AGAIN = "BigCommerce renvoie chacune d’elles pendant 48 heures au plus.";

/** Why, of one and of several, and what helps. */
const REASONS: Readonly<Record<RejectionReason, { one: string; many: string; remedy: string }>> = {
  wrong_signature: {
    one: "sa signature était fausse",
    many: "leur signature était fausse",
    remedy:
      "Le secret client de l’application diffère de celui du Developer Portal de BigCommerce, l’horloge du serveur est décalée de plus de cinq minutes, ou quelqu’un d’autre les a envoyées. La personne qui gère l’application devrait d’abord comparer BIGCOMMERCE_CLIENT_SECRET avec le portail.",
  },
  wrong_secret: {
    one: "son en-tête secret était faux",
    many: "leur en-tête secret était faux",
    remedy:
      "Les webhooks chez BigCommerce portaient un autre secret que le nôtre. Si c’est encore le cas, choisissez Corriger le secret dans À faire.",
  },
  no_proof: {
    one: "elle ne portait ni signature ni en-tête secret",
    many: "elles ne portaient ni signature ni en-tête secret",
    remedy:
      "Quelqu’un d’autre que BigCommerce les a envoyées, ou un proxy devant l’application retire des en-têtes. Si des événements manquent, la personne qui gère l’application devrait examiner le proxy.",
  },
  signature_required: {
    one: "elle n’était pas signée",
    many: "elles n’étaient pas signées",
    remedy:
      "L’application n’accepte que les livraisons signées. La personne qui la gère peut autoriser l’en-tête secret seul avec REQUIRE_SIGNATURE=false.",
  },
  too_large: {
    one: "elle dépassait 256 Ko",
    many: "elles dépassaient 256 Ko",
    remedy:
      "Les livraisons de BigCommerce sont bien plus petites : quelqu’un d’autre les a probablement envoyées.",
  },
  unknown_encoding: {
    one: "son contenu était compressé d’une façon que cette application ne sait pas lire",
    many: "leur contenu était compressé d’une façon que cette application ne sait pas lire",
    remedy:
      "BigCommerce ne compresse pas ses livraisons : un proxy devant l’application le fait, ou quelqu’un d’autre les a envoyées. La personne qui gère l’application devrait vérifier le proxy.",
  },
  too_slow: {
    one: "elle a mis plus de 10 secondes à arriver",
    many: "elles ont mis plus de 10 secondes à arriver",
    remedy: `Le chemin de BigCommerce à l’application est lent, ou quelqu’un d’autre les a envoyées. ${SENT_AGAIN}`,
  },
  overloaded: {
    one: "il en arrivait plus que l’application ne pouvait en prendre",
    many: "il en arrivait plus que l’application ne pouvait en prendre",
    remedy: SENT_AGAIN,
  },
  not_committed: {
    one: "elle n’a pas pu être enregistrée",
    many: "elles n’ont pas pu être enregistrées",
    remedy: `La base de données de l’application ne les a pas prises. ${SENT_AGAIN} La personne qui gère l’application devrait consulter /api/health.`,
  },
  malformed: {
    one: "ce n’était pas du HTTP valide",
    many: "ce n’était pas du HTTP valide",
    remedy: "Autre chose que BigCommerce les a envoyées.",
  },
};

export const REJECTIONS: typeof english.REJECTIONS = {
  title: "Livraisons refusées",
  sentence: (reason, count, locale) =>
    plural(
      count,
      `1 livraison a été refusée au cours des dernières 24 heures, car ${REASONS[reason].one}.`,
      `${wholeNumber(count, locale)} livraisons ont été refusées au cours des dernières 24 heures, car ${REASONS[reason].many}.`,
    ),
  remedy: (reason) => REASONS[reason].remedy,
  last: "La dernière",
  like: (bytes, headers) => {
    const size = bytes === null ? [] : [counted(bytes, "octet", "octets")];
    const names = headers.length === 0 ? [] : [`avec les en-têtes ${headers.join(", ")}`];
    return [...size, ...names].join(", ");
  },
};
