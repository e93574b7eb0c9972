import type * as english from "#lib/messages/en/rejections.ts";
import { wholeNumber } from "#lib/messages/format/time.ts";
import type { RejectionReason } from "#lib/contract/values/rejections.ts";
import { counted, plural } from "./plural.ts";

export const area = "rejections";

const SENT_AGAIN = "BigCommerce les renvoie pendant 48 heures au plus.";

/** Why, of one and of several, and what helps. */
const REASONS: Readonly<Record<RejectionReason, { one: string; many: string; remedy: string }>> = {
  wrong_signature: {
    one: "sa signature était fausse",
    many: "leur signature était fausse",
    remedy:
      "Le secret client de Keeper diffère de celui du Developer Portal, l’horloge du serveur est décalée de plus de cinq minutes, ou quelqu’un d’autre les a envoyées. Comparez d’abord BIGCOMMERCE_CLIENT_SECRET avec le portail.",
  },
  wrong_secret: {
    one: "son en-tête secret était faux",
    many: "leur en-tête secret était faux",
    remedy:
      "Les webhooks chez BigCommerce portaient un autre secret que le nôtre. Si c’est encore le cas, choisissez Corriger le secret dans À faire.",
  },
  no_proof: {
    one: "elle n’avait ni signature ni en-tête secret",
    many: "elles n’avaient ni signature ni en-tête secret",
    remedy:
      "Quelqu’un d’autre que BigCommerce les a envoyées, ou un proxy devant Keeper retire des en-têtes. Si des événements manquent, vérifiez le proxy.",
  },
  signature_required: {
    one: "elle n’était pas signée",
    many: "elles n’étaient pas signées",
    remedy:
      "Keeper n’accepte que les livraisons signées. REQUIRE_SIGNATURE=false autorise aussi l’en-tête secret seul.",
  },
  too_large: {
    one: "elle dépassait 256 Ko",
    many: "elles dépassaient 256 Ko",
    remedy:
      "Les livraisons de BigCommerce sont bien plus petites : quelqu’un d’autre les a probablement envoyées.",
  },
  unknown_encoding: {
    one: "son contenu était compressé d’une façon que nous ne savons pas lire",
    many: "leur contenu était compressé d’une façon que nous ne savons pas lire",
    remedy:
      "BigCommerce ne compresse pas ses livraisons : un proxy devant Keeper le fait, ou quelqu’un d’autre les a envoyées. Vérifiez le proxy.",
  },
  too_slow: {
    one: "elle a mis plus de 10 secondes à arriver",
    many: "elles ont mis plus de 10 secondes à arriver",
    remedy: `La connexion de BigCommerce à Keeper est lente, ou quelqu’un d’autre les a envoyées. ${SENT_AGAIN}`,
  },
  overloaded: {
    one: "il en arrivait plus que nous ne pouvions en accepter",
    many: "il en arrivait plus que nous ne pouvions en accepter",
    remedy: SENT_AGAIN,
  },
  not_committed: {
    one: "nous n’avons pas pu l’enregistrer",
    many: "nous n’avons pas pu les enregistrer",
    remedy: `La base de données de Keeper ne les a pas acceptées. ${SENT_AGAIN} Vérifiez /api/health.`,
  },
  malformed: {
    one: "ce n’était pas une requête web valide",
    many: "ce n’étaient pas des requêtes web valides",
    remedy: "Autre chose que BigCommerce les a envoyées.",
  },
};

export const REJECTIONS: typeof english.REJECTIONS = {
  title: "Livraisons refusées",
  sentence: (reason, count, locale) =>
    plural(
      count,
      `Nous avons refusé 1 livraison au cours des dernières 24 heures, car ${REASONS[reason].one}.`,
      `Nous avons refusé ${wholeNumber(count, locale)} livraisons au cours des dernières 24 heures, car ${REASONS[reason].many}.`,
    ),
  remedy: (reason) => REASONS[reason].remedy,
  last: "La dernière",
  like: (bytes, headers) => {
    const size = bytes === null ? [] : [counted(bytes, "octet", "octets")];
    const names = headers.length === 0 ? [] : [`avec les en-têtes ${headers.join(", ")}`];
    return [...size, ...names].join(", ");
  },
};
