import type * as english from "#lib/messages/en/history.ts";
import type { AuditAction, AuditState } from "#lib/contract/audit.ts";
import { counted } from "./plural.ts";

export const area = "history";

const DONE: Readonly<Record<AuditAction, string>> = {
  subscription_wanted: "Activado",
  subscription_unwanted: "Desactivado",
  hook_created: "Creado en BigCommerce",
  hook_updated: "Cambiado en BigCommerce",
  hook_switched_on: "Reactivado en BigCommerce",
  hook_renewed: "Renovado en BigCommerce",
  hook_removed: "Eliminado en BigCommerce",
  told_only: "Puesto en «solo avisar»",
  mended_again: "Puesto en «reparar automáticamente»",
  secret_renewal_begun: "Renovación del secreto de webhooks iniciada",
  secret_renewal_ended: "Secreto antiguo de webhooks terminado",
  alerts_changed: "Alertas cambiadas",
  alert_secret_renewed: "Secreto de las alertas renovado",
  alert_acknowledged: "Alerta confirmada",
  notices_changed: "Avisos de BigCommerce cambiados",
  test_event_sent: "Evento de prueba pedido",
  reading_on: "Lectura de cambios activada",
  reading_off: "Lectura de cambios desactivada",
  everybody_signed_out: "Sesión cerrada para todos",
  app_installed: "Aplicación instalada",
  app_accepted: "Aplicación aceptada de nuevo",
  install_incomplete: "Instalada sin un dato",
  app_uninstalled: "Aplicación eliminada",
  person_removed: "Acceso retirado",
  personal_data_shown: "Datos personales mostrados al equipo",
  personal_data_hidden: "Datos personales ocultados al equipo",
  staff_changes_allowed: "Permitido al equipo cambiar webhooks",
  staff_changes_forbidden: "Ya no permitido al equipo cambiar webhooks",
  retention_changed: "Conservación de eventos cambiada",
  data_erased: "Datos borrados",
  data_erased_again: "Datos borrados que volvieron, borrados de nuevo",
  store_purged: "Todos los datos de esta tienda eliminados",
};

const TRIED: Readonly<Partial<Record<AuditAction, string>>> = {
  hook_created: "No creado en BigCommerce",
  hook_updated: "No cambiado en BigCommerce",
  hook_switched_on: "No reactivado en BigCommerce",
  hook_renewed: "No renovado en BigCommerce",
  hook_removed: "No eliminado en BigCommerce",
};

export const HISTORY: typeof english.HISTORY = {
  title: "Historial",
  text: "Quién cambió qué, y qué respondió BigCommerce. Las entradas se conservan un año.",
  list: "Cambios, del más reciente al más antiguo",
  empty: "Todavía no se ha cambiado nada.",
  slow: "El historial tarda más de lo habitual en cargar.",
  more: "Mostrar más",
  loadingMore: "Cargando…",
  save: "Exportar como CSV",
  saving: "Exportando…",
  saveFailed: "El historial no se ha exportado.",
  refused: "Rechazado",
  webhookId: (id) => `ID del webhook ${id}`,
};

export const actionText: typeof english.actionText = ({ action, actor, before, isRefused }) => {
  const who = actor?.email ?? "la propia aplicación";
  const whose = before?.person === undefined ? "" : ` a ${before.person}`;
  return isRefused
    ? `${TRIED[action] ?? DONE[action]}, intentado por ${who}`
    : `${DONE[action]}${whose} por ${who}`;
};

export const changeText: typeof english.changeText = ({ action, before, after, isRefused }) => {
  if (isRefused || action === "person_removed" || (!before && !after)) return "";
  const isMoved = before?.destination !== after?.destination;
  const hasOtherSecret = before?.hasRightSecret !== after?.hasRightSecret;
  const told = (state: AuditState | null) => stateText(state, { isMoved, hasOtherSecret });
  return `Antes: ${told(before)}. Después: ${told(after)}.`;
};

export const answerText: typeof english.answerText = ({ action, status, sentence }) => {
  if (!action.startsWith("hook_")) return "";
  const answer = status === null ? "BigCommerce no respondió." : `BigCommerce respondió ${status}.`;
  return sentence === null ? answer : `${answer} ${sentence}`;
};

function stateText(
  state: AuditState | null,
  { isMoved, hasOtherSecret }: { isMoved: boolean; hasOtherSecret: boolean },
): string {
  if (!state) return "ningún webhook";
  const { isWanted, isActive, destination, hasRightSecret, told, keptDays } = state;
  const isOn = isWanted ?? isActive;
  return [
    ...(isOn === undefined ? [] : [isOn ? "activado" : "desactivado"]),
    ...(isMoved && destination !== undefined ? [`enviado a ${destination}`] : []),
    ...(told === undefined ? [] : [told]),
    ...(keptDays === undefined ? [] : [counted(keptDays, "día", "días")]),
    ...(hasOtherSecret && hasRightSecret === false ? ["sin el secreto"] : []),
  ].join(", ");
}
