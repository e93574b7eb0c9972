import type * as english from "#lib/messages/en/alerts.ts";
import { counted } from "./plural.ts";

export const area = "alerts";

export const ALERTS: typeof english.ALERTS = {
  open: "Alertas abiertas",
  openText: "Lo que no va bien ahora. Una alerta desaparece por sí sola en cuanto todo va bien.",
  opened: "Desde",
  acknowledge: "Confirmar",
  acknowledging: "Confirmando…",
  acknowledgeName: (sentence) => `Confirmar: ${sentence}`,
  acknowledged: (who) => `Confirmada por ${who}`,
  notAcknowledged: "La alerta no se ha confirmado.",
  more: (count) => `y ${count} más`,

  title: "Alertas",
  text: "A quién se avisa cuando los webhooks dejan de funcionar: una vez por cada causa, y de nuevo cuando todo va bien.",
  slow: "La configuración de las alertas tarda más de lo habitual en cargar.",
  ownerOnly: "Solo el propietario de la tienda puede cambiar las alertas.",
  emails: "Direcciones de correo",
  emailsHelp: "Una dirección por línea, 10 como máximo.",
  noMail: "Quien gestiona esta aplicación no ha configurado el correo.",
  webhook: "Solicitud firmada a",
  webhookHelp: "Una dirección https que acepte POST, firmada según Standard Webhooks.",
  causes: "Avisar de",
  unsaved: "Los cambios aún no se han guardado.",
  saveAlerts: "Guardar alertas",
  saving: "Guardando…",
  saved: "Las alertas se han guardado",
  notSaved: "Las alertas no se han guardado",
  nobody: "Nadie",

  testEmail: "Enviar correo de prueba",
  testWebhook: "Enviar solicitud de prueba",
  testing: "Enviando…",
  testFailed: "La prueba no se ha enviado",
  saveFirst: "Guarde para enviar una prueba.",
  last: "Últimos mensajes",
  renew: "Renovar secreto",
  renewQuestion: "¿Renovar el secreto?",
  renewText:
    "Durante un día, las solicitudes se firman con ambos secretos para que el destinatario pueda cambiar. Después, el antiguo termina.",
  renewFailed: "El secreto no se ha renovado",
  secret: "Secreto de las solicitudes firmadas",
  secretOnce: "Cópielo ahora: no se volverá a mostrar.",
  copySecret: "Copiar secreto",

  notices: "Avisos de BigCommerce",
  noticesText:
    "BigCommerce escribe a estas direcciones cuando desactiva un webhook de esta aplicación o pausa las entregas.",
  noticesSlow: "BigCommerce tarda más de lo habitual en indicar las direcciones.",
  noticesSave: "Guardar direcciones",
  noticesSaved: "BigCommerce tiene las direcciones",
  noticesNotSaved: "BigCommerce no ha recibido las direcciones",
};

export const CAUSE_NAMES: typeof english.CAUSE_NAMES = {
  off_by_bigcommerce: "Webhooks desactivados por BigCommerce",
  missing: "Webhooks que faltan en BigCommerce",
  wrong_address: "Webhooks que entregan en otro lugar",
  wrong_secret: "Webhooks sin el secreto acordado",
  doubled: "Webhooks duplicados",
  over_limit: "Webhooks por encima del límite de BigCommerce",
  blocked: "Entregas pausadas por BigCommerce",
  going_quiet: "Webhooks sin eventos desde hace 75 días",
  needs_reauthorisation: "La tienda debe volver a aceptar la aplicación",
  unreachable: "BigCommerce no responde desde hace dos horas",
  refusing: "Entregas rechazadas por esta aplicación",
};

export const emailsFaultText: typeof english.emailsFaultText = (fault) =>
  fault.code === "too_many"
    ? "Son más de 10 direcciones. Para más, use una lista de correo."
    : `${fault.email} no es una dirección de correo.`;

const URL_FAULTS: Readonly<Record<Parameters<typeof english.urlFaultText>[0], string>> = {
  not_an_address: "Esto no es una dirección. Empieza por https://.",
  not_https: "Las alertas solo van a direcciones https.",
  has_password: "Otros pueden leer una dirección que contiene una contraseña. Use una clave en su ruta.",
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
  MAIL_REFUSED: "el servidor de correo rechaza esta dirección",
  MAIL_PUT_OFF: "el servidor de correo lo ha aplazado",
  MAIL_SERVER_REFUSES_US: "el servidor de correo rechaza esta aplicación. Avise a quien la gestiona",
  MAIL_SERVER_UNREACHABLE: "no se puede contactar con el servidor de correo",
  MAIL_NOT_SET_UP: "quien gestiona esta aplicación no ha configurado el correo",
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
