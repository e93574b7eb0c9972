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
  subscription_wanted: (told) => `activado ${what(told)}`,
  subscription_unwanted: (told) => `desactivado ${what(told)}`,
  webhooks_fixed: (told) => `arreglado ${what(told)}`,
  webhooks_removed: (told) => `eliminado ${what(told)}`,
  hook_created: (told) => `registrado ${what(told)}`,
  hook_updated: (told) => `cambiado ${what(told)}`,
  hook_switched_on: (told) => `activado ${what(told)} en BigCommerce`,
  hook_renewed: (told) => `renovado ${what(told)}`,
  hook_removed: (told) => `eliminado ${what(told)} en BigCommerce`,
  told_only: (told) =>
    told.title === null
      ? "desactivado la reparación automática"
      : `desactivado la reparación automática (${told.title})`,
  mended_again: (told) =>
    told.title === null
      ? "activado la reparación automática"
      : `activado la reparación automática (${told.title})`,
  secret_renewal_begun: () => "empezado a renovar el secreto",
  secret_renewal_ended: () => "terminado de renovar el secreto",
  alerts_changed: () => "cambiado las alertas",
  alert_secret_renewed: () => "renovado el secreto de firma de las alertas",
  alert_acknowledged: ({ count }) => `marcado ${counted(count, "alerta como vista", "alertas como vistas")}`,
  notices_changed: () => "cambiado las direcciones de los correos de BigCommerce",
  reading_on: () => "activado el seguimiento de cambios",
  reading_off: () => "desactivado el seguimiento de cambios",
  extensions_on: () => "activado los eventos en los menús del panel de control",
  extensions_off: () => "desactivado los eventos en los menús del panel de control",
  test_event_sent: ({ count }) => `enviado ${counted(count, "evento de prueba", "eventos de prueba")}`,
  everybody_signed_out: () => "cerrado la sesión de todos",
  app_installed: () => "instalado Keeper",
  app_accepted: () => "vuelto a autorizar Keeper",
  install_incomplete: () => "instalado Keeper sin un dato",
  app_uninstalled: () => "eliminado Keeper",
  person_removed: ({ person }) => `retirado el acceso${person === null ? "" : ` de ${person}`}`,
  personal_data_shown: () => "mostrado los datos de los clientes al equipo",
  personal_data_hidden: () => "ocultado los datos de los clientes al equipo",
  staff_changes_allowed: () => "permitido al equipo cambiar webhooks",
  staff_changes_forbidden: () => "retirado al equipo el cambio de webhooks",
  retention_changed: () => "cambiado cuánto tiempo guardamos los eventos",
  data_erased: () => "borrado datos",
  data_erased_again: () => "borrado datos reenviados",
  store_purged: () => "eliminado todos los datos de esta tienda",
  destination_made: ({ name }) => `añadido el destino ${name}`,
  destination_changed: ({ name }) => `cambiado el destino ${name}`,
  destination_removed: ({ name }) => `eliminado el destino ${name}`,
  destination_turned_on: ({ name }) => `activado el destino ${name}`,
  destination_turned_off: ({ name }) => `desactivado el destino ${name}`,
  destination_secret_renewed: ({ name }) => `renovado la clave del destino ${name}`,
  deliveries_sent_again: ({ name }) => `vuelto a enviar eventos a ${name}`,
  deliveries_dismissed: ({ name }) => `omitido eventos para ${name}`,
};

const TRIED: Readonly<Partial<Record<AuditAction, string>>> = {
  hook_created: "intentado registrar el webhook",
  hook_updated: "intentado cambiar el webhook",
  hook_switched_on: "intentado activar el webhook",
  hook_renewed: "intentado renovar el webhook",
  hook_removed: "intentado eliminar el webhook",
};

export const HISTORY: typeof english.HISTORY = {
  title: "Historial",
  list: "Cambios, del más reciente al más antiguo",
  empty: "Todavía no hay cambios",
  noMatch: "Ningún cambio coincide con estos filtros",
  slow: "El registro de actividad tarda más de lo habitual en cargar.",
  more: "Mostrar más",
  loadingMore: "Cargando…",
  save: "Exportar como CSV",
  saving: "Exportando…",
  saveFailed: "No se pudo exportar el registro de actividad",
  refused: "Rechazado",
  webhookId: (id) => `ID del webhook ${id}`,
  reason: "Motivo",
  result: "Resultado",
  noReason: "–",
  severalReasons: "Varios, vea los pasos",
  done: "Hecho",
  refusedSome: (refused, total) => `BigCommerce rechazó ${refused} de ${total}`,
  refusedAll: "BigCommerce lo rechazó",
  steps: (count) => `Mostrar ${counted(count, "paso", "pasos")}`,
  types: (count) => `Mostrar ${counted(count, "tipo de evento", "tipos de evento")}`,
  others: (first, more) => (more === 0 ? first : `${first} y ${more} más`),
  who: "Quién",
  everyone: "Todos",
  keeper: "Keeper",
  you: "Usted",
  what: "Qué",
  kinds: {
    all: "Todos los cambios",
    webhooks: "Webhooks",
    destinations: "Destinos",
    settings: "Configuración",
    people: "Personas y datos",
  },
  only: (title) => `Solo ${title}`,
  showAll: "Mostrar todos los tipos de evento",
  open: "Abrir el registro de actividad",
};

export const deedText: typeof english.deedText = (told) => {
  const subject = told.isYou ? "Usted" : (told.who ?? "Keeper");
  return `${subject} ha ${DID[told.kind](told)}`;
};

export const actionText: typeof english.actionText = ({ action, actor, after, before, isRefused }, isYou) => {
  const who = isYou ? "Usted" : (actor?.email ?? "Keeper");
  const tried = TRIED[action];
  if (isRefused && tried !== undefined) return `${who} ha ${tried}`;
  const told = {
    kind: action,
    who: actor?.email ?? null,
    isYou,
    count: 1,
    title: "el webhook",
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
