import type * as english from "#lib/messages/en/alerts.ts";
import { counted } from "./plural.ts";

export const area = "alerts";

export const ALERTS: typeof english.ALERTS = {
  title: "Alertas",
  text: "Reciba un mensaje cuando los webhooks dejen de funcionar, y otro cuando vuelvan a funcionar.",
  slow: "La configuración de las alertas tarda más de lo habitual en cargar.",
  emails: "Direcciones de correo",
  emailsHelp: "Hasta 10 direcciones, una por línea",
  noMail: "Las alertas por correo no están disponibles.",
  webhook: "URL del webhook de alertas",
  webhookHelp: "Enviamos una solicitud POST firmada (Standard Webhooks).",
  singleCauses: "Elegir causas una a una",
  causes: "Avisarme de",
  unsaved: "Tiene cambios sin guardar.",
  saveAlerts: "Guardar alertas",
  saving: "Guardando…",
  saved: "Alertas guardadas",
  notSaved: "No se pudieron guardar las alertas",
  nobody: "Nadie",

  testEmail: "Enviar correo de prueba",
  testWebhook: "Enviar solicitud de prueba",
  testing: "Enviando…",
  testFailed: "No se pudo enviar la prueba",
  saveFirst: "Guarde los cambios para enviar una prueba.",
  last: "Últimos mensajes",
  renew: "Renovar secreto",
  renewQuestion: "¿Renovar el secreto?",
  renewText:
    "Ambos secretos valen 24 horas para que pueda actualizar su destinatario. Después, el antiguo deja de valer.",
  renewFailed: "No se pudo renovar el secreto",
  secret: "Secreto de firma",
  secretOnce: "Cópielo ahora. No se volverá a mostrar.",
  copySecret: "Copiar secreto",

  notices: "Correos de BigCommerce",
  noticesText: "BigCommerce escribe a estas direcciones cuando desactiva un webhook o pausa las entregas.",
  noticesSlow: "Las direcciones tardan más de lo habitual en cargar.",
  noticesSave: "Guardar direcciones",
  noticesSaved: "Direcciones guardadas",
  noticesNotSaved: "No se pudieron guardar las direcciones",
};

export const CAUSE_NAMES: typeof english.CAUSE_NAMES = {
  off_by_bigcommerce: "Desactivado en BigCommerce",
  missing: "Falta en BigCommerce",
  wrong_address: "Dirección equivocada",
  wrong_secret: "Secreto equivocado",
  no_secret: "Secreto ausente",
  doubled: "Webhooks duplicados",
  over_limit: "Límite de webhooks alcanzado",
  blocked: "Entregas pausadas por BigCommerce",
  going_quiet: "Sin eventos desde hace 75 días",
  needs_reauthorisation: "Hay que volver a autorizar la aplicación",
  unreachable: "Webhooks sin comprobar desde hace 2 horas",
  refusing: "Eventos que no pudimos aceptar",
  destination_ill: "Destino que no acepta eventos",
  destination_off: "Destino desactivado",
  deliveries_failed: "Eventos que no llegaron",
};

export const CAUSE_GROUPS: typeof english.CAUSE_GROUPS = {
  stopped: { name: "Webhooks detenidos", text: "Se le escapan eventos." },
  needsYou: { name: "Algo requiere su atención", text: "Keeper no puede arreglarlo sin usted." },
  destinations: { name: "Destinos", text: "Hay eventos que esperan o que no llegaron a otro sistema." },
  warnings: { name: "Advertencias", text: "Algo no va bien, aunque no falten eventos." },
};

export const emailsFaultText: typeof english.emailsFaultText = (fault) =>
  fault.code === "too_many"
    ? "Introduzca hasta 10 direcciones. Para más personas, use una dirección de grupo."
    : `${fault.email} no es una dirección de correo.`;

const URL_FAULTS: Readonly<Record<Parameters<typeof english.urlFaultText>[0], string>> = {
  not_an_address: "Introduzca una URL que empiece por https://",
  not_https: "Introduzca una URL que empiece por https://",
  has_password: "Quite la contraseña de la URL. Ponga una clave en la ruta.",
  not_public: "Esta dirección no está en la Internet pública.",
  too_long: "Esta dirección tiene más de 1.000 caracteres.",
};

export const urlFaultText: typeof english.urlFaultText = (fault) => URL_FAULTS[fault];

const FAILURES: Readonly<Record<string, string>> = {
  RECEIVER_REDIRECTS: "la dirección lleva a otra. Introduzca esa",
  RECEIVER_REFUSED: "el destinatario no lo acepta",
  RECEIVER_FAILED: "el destinatario ha fallado",
  RECEIVER_TOO_SLOW: "el destinatario no ha respondido en 5 segundos",
  RECEIVER_UNREACHABLE: "no se puede contactar con el destinatario",
  PRIVATE_ADDRESS: "la dirección no está en la Internet pública",
  OWN_ADDRESS: "la dirección es de esta misma aplicación",
  LITERAL_ADDRESS: "la dirección es un número. Introduzca un nombre",
  NOT_HTTPS: "la dirección debe empezar por https://",
  PORT_NOT_ALLOWED: "este puerto no está permitido",
  HAS_PASSWORD: "la dirección contiene una contraseña",
  NOT_AN_ADDRESS: "esto no es una dirección",
  MAIL_REFUSED: "el servidor de correo rechaza esta dirección",
  MAIL_PUT_OFF: "el servidor de correo lo ha aplazado",
  MAIL_SERVER_REFUSES_US: "el servidor de correo rechaza nuestros correos. Contacte con el soporte",
  MAIL_SERVER_UNREACHABLE: "no se puede contactar con el servidor de correo",
  MAIL_NOT_SET_UP: "las alertas por correo no están disponibles",
  RECIPIENT_GONE: "la dirección se quitó entretanto",
};

const KINDS: Readonly<Record<Parameters<typeof english.deliveryText>[0]["kind"], string>> = {
  alert: "Alerta",
  reminder: "Recordatorio",
  recovery: "Todo en orden",
  test: "Prueba",
};

export const deliveryText: typeof english.deliveryText = ({
  kind,
  recipient,
  outcome,
  status,
  failure,
  attempts,
}) => {
  const what = `${KINDS[kind]} para ${recipient}`;
  if (outcome === "delivered") return `${what}: mensaje entregado`;
  const answer = status === null ? "" : ` (${status})`;
  const why = failure === null ? "" : `, ${FAILURES[failure] ?? "no ha llegado"}${answer}`;
  if (outcome === "waiting") {
    if (attempts === 0) return `${what}: en camino`;
    return `${what}: no entregado tras ${counted(attempts, "intento", "intentos")}, se sigue intentando${why}`;
  }
  return `${what}: ${outcome === "refused" ? "rechazado" : "no entregado"}${why}`;
};

export const testLabel: typeof english.testLabel = (channel) =>
  channel === "email" ? ALERTS.testEmail : ALERTS.testWebhook;
