import type * as english from "#lib/messages/en/history.ts";
import type { AuditAction, AuditState } from "#lib/contract/audit.ts";
import { counted } from "./plural.ts";

export const area = "history";

const DONE: Readonly<Record<AuditAction, string>> = {
  subscription_wanted: "Activé",
  subscription_unwanted: "Désactivé",
  hook_created: "Créé chez BigCommerce",
  hook_updated: "Modifié chez BigCommerce",
  hook_switched_on: "Réactivé chez BigCommerce",
  hook_renewed: "Renouvelé chez BigCommerce",
  hook_removed: "Supprimé chez BigCommerce",
  told_only: "Réglé sur « signaler seulement »",
  mended_again: "Réglé sur « réparer automatiquement »",
  secret_renewal_begun: "Renouvellement du secret des webhooks commencé",
  secret_renewal_ended: "Fin de l’ancien secret des webhooks",
  alerts_changed: "Alertes modifiées",
  alert_secret_renewed: "Secret des alertes renouvelé",
  alert_acknowledged: "Alerte vue",
  notices_changed: "Avis de BigCommerce modifiés",
  test_event_sent: "Événement de test demandé",
  reading_on: "Lecture des changements activée",
  reading_off: "Lecture des changements désactivée",
  everybody_signed_out: "Tout le monde déconnecté",
  app_installed: "Application installée",
  app_accepted: "Application acceptée de nouveau",
  install_incomplete: "Installée sans un détail",
  app_uninstalled: "Application supprimée",
  person_removed: "Accès retiré",
  personal_data_shown: "Données personnelles montrées à l’équipe",
  personal_data_hidden: "Données personnelles cachées à l’équipe",
  staff_changes_allowed: "Modification des webhooks permise à l’équipe",
  staff_changes_forbidden: "Modification des webhooks retirée à l’équipe",
  retention_changed: "Conservation des événements modifiée",
  data_erased: "Données effacées",
  data_erased_again: "Données effacées revenues, effacées de nouveau",
  store_purged: "Toutes les données de cette boutique supprimées",
};

const TRIED: Readonly<Partial<Record<AuditAction, string>>> = {
  hook_created: "Non créé chez BigCommerce",
  hook_updated: "Non modifié chez BigCommerce",
  hook_switched_on: "Non réactivé chez BigCommerce",
  hook_renewed: "Non renouvelé chez BigCommerce",
  hook_removed: "Non supprimé chez BigCommerce",
};

export const HISTORY: typeof english.HISTORY = {
  title: "Historique",
  text: "Qui a modifié quoi, et ce que BigCommerce a répondu. Les entrées sont conservées un an.",
  list: "Modifications, de la plus récente à la plus ancienne",
  empty: "Rien n’a encore été modifié.",
  slow: "L’historique se charge plus lentement que d’habitude.",
  more: "Afficher plus",
  loadingMore: "Chargement…",
  save: "Exporter en CSV",
  saving: "Exportation…",
  saveFailed: "L’historique n’a pas été exporté.",
  refused: "Refusé",
  webhookId: (id) => `ID du webhook ${id}`,
};

export const actionText: typeof english.actionText = ({ action, actor, before, isRefused }) => {
  const who = actor?.email ?? "l’application elle-même";
  const whose = before?.person === undefined ? "" : ` à ${before.person}`;
  return isRefused
    ? `${TRIED[action] ?? DONE[action]}, tentative de ${who}`
    : `${DONE[action]}${whose} par ${who}`;
};

export const changeText: typeof english.changeText = ({ action, before, after, isRefused }) => {
  if (isRefused || action === "person_removed" || (!before && !after)) return "";
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
