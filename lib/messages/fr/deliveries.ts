import { COUNTED_MAX, EMAILS_PER_HOUR } from "#lib/contract/values/destinations.ts";
import { answerKind, failureDetail, type AnswerKind } from "#lib/contract/values/answer-kinds.ts";
import type * as english from "#lib/messages/en/deliveries.ts";
import { counted, plural } from "./plural.ts";

export const area = "deliveries";

export const events: typeof english.events = (count) => counted(count, "événement", "événements");

export const waitingEvents: typeof english.waitingEvents = (count) =>
  count >= COUNTED_MAX ? `plus de ${events(COUNTED_MAX)}` : events(count);

export const DELIVERIES: typeof english.DELIVERIES = {
  sentTo: "Envoyé à",
  slow: "Nous ne savons pas encore où cet événement a été envoyé.",
  delivered: (span) => (span === null ? "Livré aussitôt" : `Livré après ${span}`),
  arrived: "Livré",
  waits: "En attente d’envoi",
  waitsBehind: (count) => `Attend derrière ${waitingEvents(count)}.`,
  waitsFor: (time) => `Prochain essai ${time}`,
  failed: "Non livré",
  dismissed: "Ignoré",
  notWanted: "Non envoyé",
  sendAgain: "Renvoyer",
  resend: "Renvoyer…",
  resendQuestion: (name) => `Renvoyer à ${name} ?`,
  resendText: (name) =>
    `${name} a déjà cet événement et le recevra deux fois. La copie porte le même identifiant, et un en-tête indique qu’elle a été renvoyée.`,
  resendEvent: "Renvoyer l’événement",
  sendNow: "Envoyer maintenant",
  sending: "Envoi…",
  sentAgain: "Nous l’envoyons de nouveau.",
  notSentAgain: "Impossible de le renvoyer",

  card: "Destinations",
  view: "Voir les destinations",
  working: (working, all) =>
    working === all
      ? "Aucun problème"
      : `${working} sur ${all} ${plural(working, "n’a", "n’ont")} aucun problème`,
  needing: (count) => `${count} ${plural(count, "est", "sont")} à vérifier`,
  retrying: (count) => `${count} ${plural(count, "n’accepte", "n’acceptent")} rien en ce moment`,
  allWell: "Rien n’attend",
  waiting: (count) => `${waitingEvents(count)} en attente`,
  gaveUp: (count) => `${events(count)} ${plural(count, "non livré", "non livrés")}`,
  more: (count) => `et ${count} ${plural(count, "autre", "autres")}`,
};

const ANSWERS: Readonly<
  Record<AnswerKind, (name: string, status: number | null, detail: string | null) => string>
> = {
  error: (name, status) => `${name} a répondu par une erreur (${status}).`,
  key: (name, status) => `${name} n’a pas accepté notre clé (${status}).`,
  denied: (name, status) => `${name} n’autorise pas notre clé à envoyer des événements (${status}).`,
  clock: (name, status) => `L’horloge de notre serveur n’est pas à l’heure pour ${name} (${status}).`,
  nothing_there: (name, status) => `${name} n’a rien trouvé à cette adresse (${status}).`,
  moved: (name, status, to) => `${name} a changé d’adresse${to === null ? "" : ` pour ${to}`} (${status}).`,
  busy: (name, status) => `${name} nous demande d’attendre (${status}).`,
  gone: (name, status) => `${name} ne veut plus d’événements (${status}).`,
  rejected: (name, status) => `${name} l’a refusé (${status}).`,
  late: (name) => `${name} n’a pas répondu à temps.`,
  no_name: (name) => `L’adresse de ${name} est introuvable.`,
  no_way: (name) => `${name} est injoignable.`,
  certificate_expired: (name) => `Le certificat de sécurité de ${name} a expiré.`,
  certificate: (name) => `Aucune connexion sécurisée avec ${name} n’est possible.`,
  cut_off: (name) => `${name} a coupé la connexion.`,
  address: (name) => `Nous ne pouvons pas envoyer à l’adresse de ${name}, car elle n’est pas publique.`,
  token: (name) => `Nous n’avons pas obtenu de jeton pour ${name}. Vérifiez l’authentification.`,
  unbuildable: (name) => `Impossible de préparer ce que ${name} reçoit. Vérifiez le modèle.`,
  broken: (name) => `L’événement stocké est endommagé : nous n’avons pas pu l’envoyer à ${name}.`,
  unkept: (name) => `Nous n’avons pas pu stocker la réponse de ${name}.`,
  too_large: (name) => `L’événement est plus grand que ce que ${name} accepte.`,
  no_mail: () => "L’e-mail ne fonctionne pas ici en ce moment. Prévenez la personne qui gère Keeper.",
  not_a_member: (name) => `Aucune personne ayant accès à cette boutique n’a l’adresse e-mail de ${name}.`,
  paced: (name) => `${name} reçoit ${EMAILS_PER_HOUR} e-mails par heure au plus. Cet événement attend.`,
  silent: (name) => `${name} n’a pas répondu.`,
};

export const answerText: typeof english.answerText = (name, answer) =>
  ANSWERS[answerKind(answer)](name, answer.status, failureDetail(answer.failure));

const NOT_WANTED: Readonly<Record<string, (name: string) => string>> = {
  type: (name) => `${name} ne reçoit pas ce type d’événement.`,
  filter: (name) => `Le filtre de ${name} l’écarte.`,
  test: () => "Les événements de test restent dans Keeper.",
  off: (name) => `${name} était désactivée.`,
  before: (name) => `${name} a été ajoutée plus tard.`,
  newer: (name) => `${name} ne reçoit que le plus récent de plusieurs événements.`,
};

export const notWantedText: typeof english.notWantedText = (name, reason) =>
  (NOT_WANTED[reason ?? ""] ?? NOT_WANTED["type"])?.(name) ?? "";
