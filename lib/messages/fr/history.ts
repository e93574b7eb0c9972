import type * as english from "#lib/messages/en/history.ts";
import type { AuditAction, AuditState } from "#lib/contract/audit.ts";
import { counted } from "./plural.ts";

export const area = "history";

const what = ({ count, title }: Parameters<typeof english.deedText>[0]) =>
  title ?? counted(count, "webhook", "webhooks");

const DID: Readonly<
  Record<
    Parameters<typeof english.deedText>[0]["kind"],
    (told: Parameters<typeof english.deedText>[0]) => string
  >
> = {
  subscription_wanted: (told) => `activé ${what(told)}`,
  subscription_unwanted: (told) => `désactivé ${what(told)}`,
  webhooks_fixed: (told) => `corrigé ${what(told)}`,
  webhooks_removed: (told) => `supprimé ${what(told)}`,
  hook_created: (told) => `inscrit ${what(told)}`,
  hook_updated: (told) => `modifié ${what(told)}`,
  hook_switched_on: (told) => `activé ${what(told)} chez BigCommerce`,
  hook_renewed: (told) => `renouvelé ${what(told)}`,
  hook_removed: (told) => `supprimé ${what(told)} chez BigCommerce`,
  told_only: (told) =>
    told.title === null
      ? "désactivé la réparation automatique"
      : `désactivé la réparation automatique (${told.title})`,
  mended_again: (told) =>
    told.title === null
      ? "activé la réparation automatique"
      : `activé la réparation automatique (${told.title})`,
  secret_renewal_begun: () => "commencé à renouveler le secret",
  secret_renewal_ended: () => "fini de renouveler le secret",
  alerts_changed: () => "modifié les alertes",
  alert_secret_renewed: () => "renouvelé le secret de signature des alertes",
  alert_acknowledged: ({ count }) => `marqué ${counted(count, "alerte comme vue", "alertes comme vues")}`,
  notices_changed: () => "modifié les adresses des e-mails de BigCommerce",
  reading_on: () => "activé le suivi des changements",
  reading_off: () => "désactivé le suivi des changements",
  extensions_on: () => "activé les événements dans les menus du panneau de contrôle",
  extensions_off: () => "désactivé les événements dans les menus du panneau de contrôle",
  test_event_sent: ({ count }) => `envoyé ${counted(count, "événement de test", "événements de test")}`,
  everybody_signed_out: () => "déconnecté tout le monde",
  app_installed: () => "installé Keeper",
  app_accepted: () => "autorisé Keeper de nouveau",
  install_incomplete: () => "installé Keeper sans un détail",
  app_uninstalled: () => "supprimé Keeper",
  person_removed: ({ person }) => `retiré l’accès${person === null ? "" : ` de ${person}`}`,
  personal_data_shown: () => "montré les données des clients à l’équipe",
  personal_data_hidden: () => "caché les données des clients à l’équipe",
  staff_changes_allowed: () => "permis à l’équipe de modifier les webhooks",
  staff_changes_forbidden: () => "retiré à l’équipe la modification des webhooks",
  retention_changed: () => "modifié la durée de conservation des événements",
  data_erased: () => "effacé des données",
  data_erased_again: () => "effacé des données renvoyées",
  store_purged: () => "supprimé toutes les données de cette boutique",
  destination_made: ({ name }) => `ajouté la destination ${name}`,
  destination_changed: ({ name }) => `modifié la destination ${name}`,
  destination_removed: ({ name }) => `supprimé la destination ${name}`,
  destination_turned_on: ({ name }) => `activé la destination ${name}`,
  destination_turned_off: ({ name }) => `désactivé la destination ${name}`,
  destination_secret_renewed: ({ name }) => `renouvelé la clé de la destination ${name}`,
  deliveries_sent_again: ({ name }) => `renvoyé des événements à ${name}`,
  deliveries_dismissed: ({ name }) => `ignoré des événements destinés à ${name}`,
};

const TRIED: Readonly<Partial<Record<AuditAction, string>>> = {
  hook_created: "essayé d’inscrire le webhook",
  hook_updated: "essayé de modifier le webhook",
  hook_switched_on: "essayé d’activer le webhook",
  hook_renewed: "essayé de renouveler le webhook",
  hook_removed: "essayé de supprimer le webhook",
};

export const HISTORY: typeof english.HISTORY = {
  title: "Historique",
  list: "Modifications, de la plus récente à la plus ancienne",
  empty: "Aucune modification",
  noMatch: "Aucune modification ne correspond à ces filtres",
  slow: "Le journal d’activité se charge plus lentement que d’habitude.",
  more: "Afficher plus",
  loadingMore: "Chargement…",
  save: "Exporter en CSV",
  saving: "Exportation…",
  saveFailed: "Impossible d’exporter le journal d’activité",
  refused: "Refusé",
  webhookId: (id) => `ID du webhook ${id}`,
  reason: "Raison",
  result: "Résultat",
  noReason: "–",
  severalReasons: "Plusieurs, voir les étapes",
  done: "Terminé",
  refusedSome: (refused, total) => `BigCommerce en a refusé ${refused} sur ${total}`,
  refusedAll: "BigCommerce a refusé",
  steps: (count) => `Afficher ${counted(count, "étape", "étapes")}`,
  types: (count) => `Afficher ${counted(count, "type d’événement", "types d’événement")}`,
  others: (first, more) => (more === 0 ? first : `${first} et ${more} de plus`),
  who: "Qui",
  everyone: "Tout le monde",
  keeper: "Keeper",
  you: "Vous",
  what: "Quoi",
  kinds: {
    all: "Toutes les modifications",
    webhooks: "Webhooks",
    destinations: "Destinations",
    settings: "Paramètres",
    people: "Personnes et données",
  },
  only: (title) => `${title} seulement`,
  showAll: "Afficher tous les types d’événement",
  open: "Ouvrir le journal d’activité",
};

export const deedText: typeof english.deedText = (told) => {
  const subject = told.isYou ? "Vous avez" : `${told.who ?? "Keeper"} a`;
  return `${subject} ${DID[told.kind](told)}`;
};

export const actionText: typeof english.actionText = ({ action, actor, after, before, isRefused }, isYou) => {
  const who = isYou ? "Vous" : (actor?.email ?? "Keeper");
  const tried = TRIED[action];
  if (isRefused && tried !== undefined) return `${isYou ? "Vous avez" : `${who} a`} ${tried}`;
  const told = {
    kind: action,
    who: actor?.email ?? null,
    isYou,
    count: 1,
    title: "le webhook",
    person: before?.person ?? null,
    name: after?.name ?? before?.name ?? null,
  };
  return deedText(told);
};

export const changeText: typeof english.changeText = ({ action, before, after, isRefused }) => {
  if (isRefused || action === "person_removed" || (!before && !after)) return "";
  // What changed of a destination is its reason.
  if (before?.name !== undefined || after?.name !== undefined) return "";
  const isMoved = before?.destination !== after?.destination;
  const hasOtherSecret = before?.hasRightSecret !== after?.hasRightSecret;
  const told = (state: AuditState | null) => stateText(state, { isMoved, hasOtherSecret });
  return `Avant : ${told(before)}. Après : ${told(after)}.`;
};

export const answerText: typeof english.answerText = ({ action, status, sentence }) => {
  if (!action.startsWith("hook_")) return "";
  const answer = status === null ? "BigCommerce n’a pas répondu." : `BigCommerce a répondu ${status}.`;
  return sentence === null ? answer : `${answer} ${sentence}`;
};

function stateText(
  state: AuditState | null,
  { isMoved, hasOtherSecret }: { isMoved: boolean; hasOtherSecret: boolean },
): string {
  if (!state) return "aucun webhook";
  const { isWanted, isActive, destination, hasRightSecret, told, keptDays } = state;
  const isOn = isWanted ?? isActive;
  return [
    ...(isOn === undefined ? [] : [isOn ? "activé" : "désactivé"]),
    ...(isMoved && destination !== undefined ? [`envoyé à ${destination}`] : []),
    ...(told === undefined ? [] : [told]),
    ...(keptDays === undefined ? [] : [counted(keptDays, "jour", "jours")]),
    ...(hasOtherSecret && hasRightSecret === false ? ["sans le secret"] : []),
  ].join(", ");
}
