import type * as english from "#lib/messages/en/alerts.ts";
import { counted } from "./plural.ts";

export const area = "alerts";

export const ALERTS: typeof english.ALERTS = {
  title: "Alertes",
  text: "Recevez un message quand des webhooks ne fonctionnent plus, et un autre quand ils fonctionnent de nouveau.",
  slow: "Les paramètres des alertes se chargent plus lentement que d’habitude.",
  emails: "Adresses e-mail",
  emailsHelp: "Jusqu’à 10 adresses, une par ligne",
  noMail: "Les alertes par e-mail ne sont pas disponibles.",
  webhook: "URL du webhook d’alerte",
  webhookHelp: "Nous envoyons une requête POST signée (Standard Webhooks).",
  singleCauses: "Choisir chaque cause",
  causes: "M’alerter en cas de",
  unsaved: "Vos modifications ne sont pas enregistrées.",
  saveAlerts: "Enregistrer les alertes",
  saving: "Enregistrement…",
  saved: "Alertes enregistrées",
  notSaved: "Impossible d’enregistrer les alertes",
  nobody: "Personne",

  testEmail: "Envoyer un e-mail de test",
  testWebhook: "Envoyer une requête de test",
  testing: "Envoi…",
  testFailed: "Impossible d’envoyer le test",
  saveFirst: "Enregistrez vos modifications pour envoyer un test.",
  last: "Derniers messages",
  renew: "Renouveler le secret",
  renewQuestion: "Renouveler le secret ?",
  renewText:
    "Les deux secrets sont valables 24 heures pour que vous puissiez mettre à jour votre destinataire. Ensuite, l’ancien ne l’est plus.",
  renewFailed: "Impossible de renouveler le secret",
  secret: "Secret de signature",
  secretOnce: "Copiez-le maintenant. Il ne sera plus affiché.",
  copySecret: "Copier le secret",

  notices: "E-mails de BigCommerce",
  noticesText: "BigCommerce écrit à ces adresses quand il désactive un webhook ou suspend les livraisons.",
  noticesSlow: "Les adresses se chargent plus lentement que d’habitude.",
  noticesSave: "Enregistrer les adresses",
  noticesSaved: "Adresses enregistrées",
  noticesNotSaved: "Impossible d’enregistrer les adresses",
};

export const CAUSE_NAMES: typeof english.CAUSE_NAMES = {
  off_by_bigcommerce: "Désactivé chez BigCommerce",
  missing: "Absent chez BigCommerce",
  wrong_address: "Mauvaise adresse",
  wrong_secret: "Mauvais secret",
  no_secret: "Secret absent",
  doubled: "Webhooks en double",
  over_limit: "Limite de webhooks atteinte",
  blocked: "Livraisons suspendues par BigCommerce",
  going_quiet: "Aucun événement depuis 75 jours",
  needs_reauthorisation: "Application à autoriser de nouveau",
  unreachable: "Webhooks non vérifiés depuis 2 heures",
  refusing: "Événements que nous n’avons pas pu accepter",
  destination_ill: "Destination qui n’accepte plus d’événements",
  destination_off: "Destination désactivée",
  deliveries_failed: "Événements non arrivés",
};

export const CAUSE_GROUPS: typeof english.CAUSE_GROUPS = {
  stopped: { name: "Webhooks arrêtés", text: "Des événements vous échappent." },
  needsYou: { name: "Action requise", text: "Keeper ne peut pas le corriger sans vous." },
  destinations: {
    name: "Envois vers d’autres systèmes",
    text: "Des événements attendent, ou ne sont pas arrivés à un autre système.",
  },
  warnings: {
    name: "Avertissements",
    text: "Quelque chose ne va pas, sans que des événements manquent forcément.",
  },
};

export const emailsFaultText: typeof english.emailsFaultText = (fault) =>
  fault.code === "too_many"
    ? "Saisissez au plus 10 adresses. Pour plus de personnes, utilisez une adresse de groupe."
    : `${fault.email} n’est pas une adresse e-mail.`;

const URL_FAULTS: Readonly<Record<Parameters<typeof english.urlFaultText>[0], string>> = {
  not_an_address: "Saisissez une URL qui commence par https://",
  not_https: "Saisissez une URL qui commence par https://",
  has_password: "Retirez le mot de passe de l’URL. Mettez plutôt une clé dans le chemin.",
  not_public: "Cette adresse n’est pas sur l’Internet public.",
  too_long: "Cette adresse dépasse 1 000 caractères.",
};

export const urlFaultText: typeof english.urlFaultText = (fault) => URL_FAULTS[fault];

const FAILURES: Readonly<Record<string, string>> = {
  RECEIVER_REDIRECTS: "l’adresse mène à une autre. Saisissez celle-ci",
  RECEIVER_REFUSED: "le destinataire ne l’accepte pas",
  RECEIVER_FAILED: "le destinataire a eu une erreur",
  RECEIVER_TOO_SLOW: "le destinataire n’a pas répondu en 5 secondes",
  RECEIVER_UNREACHABLE: "le destinataire est injoignable",
  PRIVATE_ADDRESS: "l’adresse n’est pas sur l’Internet public",
  OWN_ADDRESS: "l’adresse est celle de Keeper",
  LITERAL_ADDRESS: "l’adresse est un nombre. Saisissez un nom",
  NOT_HTTPS: "l’adresse doit commencer par https://",
  PORT_NOT_ALLOWED: "ce port n’est pas autorisé",
  HAS_PASSWORD: "l’adresse contient un mot de passe",
  NOT_AN_ADDRESS: "ce n’est pas une adresse",
  MAIL_REFUSED: "le serveur de messagerie refuse cette adresse",
  MAIL_PUT_OFF: "le serveur de messagerie l’a reporté",
  MAIL_SERVER_REFUSES_US: "le serveur de messagerie refuse nos e-mails. Contactez l’assistance",
  MAIL_SERVER_UNREACHABLE: "le serveur de messagerie est injoignable",
  MAIL_NOT_SET_UP: "les alertes par e-mail ne sont pas disponibles",
  RECIPIENT_GONE: "l’adresse a été retirée entre-temps",
};

const KINDS: Readonly<Record<Parameters<typeof english.deliveryText>[0]["kind"], string>> = {
  alert: "Alerte",
  reminder: "Rappel",
  recovery: "Retour à la normale",
  test: "Test",
};

export const deliveryText: typeof english.deliveryText = ({
  kind,
  recipient,
  outcome,
  status,
  failure,
  attempts,
}) => {
  const what = `${KINDS[kind]} à ${recipient}`;
  if (outcome === "delivered") return `${what} : message remis`;
  const answer = status === null ? "" : ` (${status})`;
  const why = failure === null ? "" : `, ${FAILURES[failure] ?? "il n’est pas arrivé"}${answer}`;
  if (outcome === "waiting") {
    if (attempts === 0) return `${what} : en route`;
    return `${what} : non remis après ${counted(attempts, "tentative", "tentatives")}, nous continuons${why}`;
  }
  return `${what} : ${outcome === "refused" ? "refusé" : "non remis"}${why}`;
};

export const testLabel: typeof english.testLabel = (channel) =>
  channel === "email" ? ALERTS.testEmail : ALERTS.testWebhook;
