import { isAlertCause } from "#lib/contract/values/alerts.ts";
import type * as english from "#lib/messages/en/server/sentences.ts";
import { CAUSE_NAMES } from "#lib/messages/fr/alerts.ts";
import { counted } from "#lib/messages/fr/plural.ts";
import { THINGS } from "#lib/messages/fr/privacy.ts";
import { nameIn } from "#lib/messages/format/name-in.ts";
import { CAUSES } from "./alerts.ts";
import { DESTINATION_FIELDS } from "./destinations.ts";

const events = (count: number) => counted(count, "événement", "événements");
const thing = (type: string) => nameIn(THINGS, type);
const causeName = (cause: string) => `« ${nameIn(CAUSE_NAMES, cause)} »`;

export const SENTENCES: typeof english.SENTENCES = {
  hook_missing: () => "Absent chez BigCommerce.",
  hook_elsewhere: () => "Envoyé à une autre adresse.",
  hook_without_secret: () => "Secret faux ou absent.",
  hook_off: () => "Désactivé chez BigCommerce.",
  hook_doubled: () => "En double.",
  hook_brings_doubles: () => "Ce webhook apporte une seconde fois des événements activés un par un.",
  hook_unwanted: () => "Il a été désactivé ici.",
  hook_of_others: () => "Il appartient à une autre installation de Keeper.",
  hook_quiet: ({ days }) =>
    `Sans événement depuis ${counted(days, "jour", "jours")}, il est renouvelé avant que BigCommerce ne le désactive.`,
  secret_renewed: () => "Le secret des webhooks de cette boutique a été renouvelé.",
  secret_everywhere: ({ hours }) =>
    `Chaque webhook porte le nouveau secret depuis ${counted(hours, "heure", "heures")}.`,
  secret_time_over: ({ days, hooks }) =>
    `${counted(days, "jour est écoulé", "jours sont écoulés")}. Webhooks qui portent encore l’ancien secret : ${hooks}.`,
  exceptions_wanted: () => "La personne qui gère Keeper veut être informée des livraisons échouées.",
  exceptions_astray: () => "Il n’atteignait pas Keeper comme convenu.",
  exceptions_unwanted: () => "La personne qui gère Keeper ne le demande plus.",
  starter_set: () => "Une nouvelle boutique commence avec cet ensemble.",
  wish_refused: () => "BigCommerce ne l’a pas exécuté ; tout est donc comme avant.",
  grant_without_scopes: () =>
    "BigCommerce n’a pas indiqué ce que la boutique accorde. L’application considère ce qu’elle a demandé comme accordé.",
  grant_without_owner: () =>
    "BigCommerce n’a pas indiqué à qui appartient la boutique. L’application le saura lorsque le propriétaire l’ouvrira.",
  grant_without_account: () => "BigCommerce n’a pas indiqué à quel compte appartient la boutique.",
  grant_without_email: () =>
    "BigCommerce n’a pas indiqué l’adresse e-mail de la personne qui a installé l’application.",
  access_withdrawn: () => "BigCommerce a indiqué que cette personne n’a plus accès.",
  store_removed: ({ days }) => `L’application a été supprimée il y a ${counted(days, "jour", "jours")}.`,
  data_erased: ({ type, events: ofEvents, states }) => {
    const amounts = [
      ...(ofEvents > 0 ? [events(ofEvents)] : []),
      ...(states > 0 ? [counted(states, "état connu", "états connus")] : []),
    ];
    return `Effacé (${thing(type)}) : ${amounts.join(" et ") || "rien"}.`;
  },
  data_came_again: ({ type, events: again }) =>
    `BigCommerce a renvoyé ${counted(again, "événement effacé", "événements effacés")} (${thing(type)}).`,
  destination_gone: () => "Elle a répondu qu’elle ne veut plus d’événements.",
  destination_unanswered: () => "Elle n’a rien accepté pendant cinq jours.",
  destination_refused: () => "Nous ne pouvons rien envoyer à son adresse.",
  destination_fields: ({ fields }) => {
    const listed = fields.map((field) => nameIn(DESTINATION_FIELDS, field)).join(", ");
    return `Modifié : ${listed}.`;
  },
  key_overlap: ({ hours }) =>
    hours === 0
      ? "La clé précédente a pris fin aussitôt."
      : `La clé précédente signe encore pendant ${counted(hours, "heure", "heures")}.`,
  resumed_from_position: () => "Elle reprend là où elle s’était arrêtée.",
  resumed_from_now: () => "Elle reprend avec les nouveaux événements.",
  deliveries: ({ events: count }) => `${events(count)}.`,
  alert: ({ cause, count }) => (isAlertCause(cause) ? CAUSES[cause].alert(count) : cause),
  told: ({ recipients, mutedCauses }) => {
    const muted = mutedCauses.length === 0 ? "" : ` ; pas de ${mutedCauses.map(causeName).join(", ")}`;
    return `${recipients.join(", ") || "personne"}${muted}`;
  },
};

export const UNKNOWN_SENTENCE: typeof english.UNKNOWN_SENTENCE = (code) =>
  `Une version plus récente de Keeper a noté : ${code}.`;
