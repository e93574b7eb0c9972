import type * as english from "#lib/messages/en/alerts.ts";
import { counted } from "./plural.ts";

export const area = "alerts";

export const ALERTS: typeof english.ALERTS = {
  open: "Alertes ouvertes",
  openText: "Ce qui ne va pas en ce moment. Une alerte disparaît d’elle-même dès que tout va bien.",
  opened: "Depuis",
  acknowledge: "Accuser réception",
  acknowledging: "Enregistrement…",
  acknowledgeName: (sentence) => `Accuser réception : ${sentence}`,
  acknowledged: (who) => `Réception accusée par ${who}`,
  notAcknowledged: "L’accusé de réception n’a pas été enregistré.",
  more: (count) => `et ${count} de plus`,

  title: "Alertes",
  text: "Qui est prévenu quand des webhooks ne fonctionnent plus : une fois par cause, puis de nouveau quand tout va bien.",
  slow: "Les paramètres des alertes se chargent plus lentement que d’habitude.",
  ownerOnly: "Seul le propriétaire de la boutique peut modifier les alertes.",
  emails: "Adresses e-mail",
  emailsHelp: "Une adresse par ligne, 10 au plus.",
  noMail: "La personne qui gère cette application n’a pas configuré l’e-mail.",
  webhook: "Requête signée vers",
  webhookHelp: "Une adresse https qui accepte POST, signée selon Standard Webhooks.",
  causes: "Alerter en cas de",
  unsaved: "Les modifications ne sont pas encore enregistrées.",
  saveAlerts: "Enregistrer les alertes",
  saving: "Enregistrement…",
  saved: "Les alertes sont enregistrées",
  notSaved: "Les alertes n’ont pas été enregistrées",
  nobody: "Personne",

  testEmail: "Envoyer un e-mail de test",
  testWebhook: "Envoyer une requête de test",
  testing: "Envoi…",
  testFailed: "Le test n’a pas été envoyé",
  saveFirst: "Enregistrez pour envoyer un test.",
  last: "Derniers messages",
  renew: "Renouveler le secret",
  renewQuestion: "Renouveler le secret ?",
  renewText:
    "Pendant une journée, les requêtes sont signées avec les deux secrets pour que le destinataire puisse changer. Puis l’ancien prend fin.",
  renewFailed: "Le secret n’a pas été renouvelé",
  secret: "Secret des requêtes signées",
  secretOnce: "Copiez-le maintenant : il ne sera plus affiché.",
  copySecret: "Copier le secret",

  notices: "Avis de BigCommerce",
  noticesText:
    "BigCommerce écrit lui-même à ces adresses quand il désactive un webhook de cette application ou suspend les livraisons.",
  noticesSlow: "BigCommerce met plus de temps que d’habitude à donner les adresses.",
  noticesSave: "Enregistrer les adresses",
  noticesSaved: "BigCommerce a les adresses",
  noticesNotSaved: "BigCommerce n’a pas reçu les adresses",
};

export const CAUSE_NAMES: typeof english.CAUSE_NAMES = {
  off_by_bigcommerce: "Webhooks désactivés par BigCommerce",
  missing: "Webhooks absents chez BigCommerce",
  wrong_address: "Webhooks qui livrent ailleurs",
  wrong_secret: "Webhooks sans le secret convenu",
  doubled: "Webhooks en double",
  over_limit: "Webhooks au-delà de la limite de BigCommerce",
  blocked: "Livraisons suspendues par BigCommerce",
  going_quiet: "Webhooks sans événement depuis 75 jours",
  needs_reauthorisation: "La boutique doit de nouveau accepter l’application",
  unreachable: "BigCommerce muet depuis deux heures",
  refusing: "Livraisons refusées par cette application",
};

export const emailsFaultText: typeof english.emailsFaultText = (fault) =>
  fault.code === "too_many"
    ? "Il y a plus de 10 adresses. Utilisez une liste de diffusion."
    : `${fault.email} n’est pas une adresse e-mail.`;

const URL_FAULTS: Readonly<Record<Parameters<typeof english.urlFaultText>[0], string>> = {
  not_an_address: "Ce n’est pas une adresse. Elle commence par https://.",
  not_https: "Les alertes ne vont qu’à des adresses https.",
  has_password:
    "Une adresse qui contient un mot de passe peut être lue par d’autres. Mettez plutôt une clé dans son chemin.",
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
  MAIL_REFUSED: "le serveur de messagerie refuse cette adresse",
  MAIL_PUT_OFF: "le serveur de messagerie l’a reporté",
  MAIL_SERVER_REFUSES_US:
    "le serveur de messagerie refuse cette application. Prévenez la personne qui la gère",
  MAIL_SERVER_UNREACHABLE: "le serveur de messagerie est injoignable",
  MAIL_NOT_SET_UP: "la personne qui gère cette application n’a pas configuré l’e-mail",
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
