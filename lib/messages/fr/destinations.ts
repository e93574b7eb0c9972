import { answerKind, failureDetail, type AnswerKind } from "#lib/contract/values/answer-kinds.ts";
import { EMAILS_PER_HOUR, type OffReason } from "#lib/contract/values/destinations.ts";
import type * as english from "#lib/messages/en/destinations.ts";
import type { Said, Standing } from "#lib/messages/standing.ts";
import { events, waitingEvents } from "./deliveries.ts";
import { counted, plural } from "./plural.ts";

export const area = "destinations";

export const DESTINATIONS: typeof english.DESTINATIONS = {
  title: "Destinations",
  description:
    "Envoyez une copie de vos événements à un autre système, comme votre entrepôt ou un canal Slack.",
  add: "Ajouter une destination",
  slow: "Vos destinations se chargent plus lentement que d’habitude.",
  list: "Vos destinations",
  ownerLine: "Seul le propriétaire de la boutique peut modifier les destinations.",
  emptyTitle: "Aucune destination",
  emptyText:
    "Connectez un système qui doit savoir ce qui se passe dans votre boutique. Il vous faut une adresse web de son fournisseur, ou choisissez Slack, Google Sheets via Zapier ou votre propre serveur.",
  askDeveloper: "Demander à un développeur",
  askText: (link) =>
    [
      "Webhook Keeper peut envoyer les événements de notre boutique à un autre système. Il faut :",
      "1. Une adresse https publique qui accepte des requêtes POST et répond par un statut de 200 à 299 en 15 secondes.",
      "2. Les événements que le système doit recevoir, comme les nouvelles commandes.",
      "3. Quelqu’un qui y saisit la clé de signature (Standard Webhooks), ou qui nous dit comment les requêtes s’authentifient.",
      ...(link === null ? [] : [`À ajouter ici : ${link}`]),
    ].join("\n"),

  moreFor: (name) => `Autres actions, ${name}`,
  open: "Voir les détails",
  turnedOn: (name) => `${name} est activée`,
  turnedOff: (name) => `${name} est désactivée`,
  notChanged: "Impossible de modifier la destination",
  resumeQuestion: (name) => `Activer ${name} ?`,
  resumeText: "Que faire des événements survenus entre-temps ?",
  resumeAll: (count, since) => `Envoyer ${waitingEvents(count)} depuis le ${since}`,
  resumeNow: "À partir de maintenant",
  turnOn: "Activer",
  tryNow: "Essayer maintenant",
  trying: "Essai…",
  viewEvents: "Voir les événements",
  changeAddress: "Changer l’adresse",
  checkKey: "Vérifier la clé",
  checkTemplate: "Vérifier le modèle",
  copyMessage: "Copier le message",
  message: (name, sentence) =>
    `Bonjour, notre boutique envoie des événements à ${name}, et ils n’arrivent pas. ${sentence} Pouvez-vous y remédier ?`,

  address: "Adresse",
  gets: "Reçoit",
  lastAnswer: "Dernière réponse",
  waits: "En attente",
  oldest: "Attend depuis",
  rate: "Débit",
  everything: "Tous les événements",
  types: (count) => counted(count, "type d’événement", "types d’événement"),
  filtered: "avec un filtre",
  noRate: "Sans limite",
  perSecond: (rate) => `${rate} par seconde`,
  none: "Aucune",

  gone: "Cette destination n’existe plus",
  goneText: "Quelqu’un l’a peut-être supprimée.",
  viewAll: "Voir les destinations",
  oneSlow: "Cette destination se charge plus lentement que d’habitude.",
  tabs: "Parties de cette destination",
  deliveries: "Livraisons",
  settings: "Paramètres",
  activity: "Activité",
  newKey: (name, until) => `${name} a jusqu’au ${until} pour utiliser la nouvelle clé.`,

  deliveriesSlow: "Ces livraisons se chargent plus lentement que d’habitude.",
  filter: "Afficher",
  filters: { open: "À vérifier", failed: "Non livrées", waiting: "En attente", all: "Toutes" },
  deliveryList: "Livraisons, les plus récentes d’abord",
  noneOpen: "Tout est arrivé.",
  noneOther: "Rien ici.",
  more: "Afficher plus",
  skip: "Ignorer",
  skipped: "Ignoré",
  notSkipped: "Impossible de l’ignorer",
  sendAll: "Tout renvoyer",
  skipAll: "Tout ignorer",
  skipAllQuestion: (count) => `Ignorer ${events(count)} ?`,
  skipAllText: (name) => `${name} ne les recevra jamais. Ils restent dans votre journal.`,
  sentAll: (count) => `Nous envoyons de nouveau ${events(count)}.`,
  skippedAll: (count) => `${events(count)} ${plural(count, "ignoré", "ignorés")}`,
  notDone: "Cela n’a pas fonctionné",
  took: (span) => `en ${span}`,
  attempts: (count) => counted(count, "tentative", "tentatives"),
  attemptList: "Tentatives, les plus récentes d’abord",
  answer: "Réponse",
  copyCurl: "Copier en cURL",
  curlFailed: "Impossible de copier la requête",
  tried: (attempts) => (attempts === 1 ? "Essayé une fois." : `Essayé ${attempts} fois.`),

  keys: "Clé de signature",
  keysText: "Elle prouve au destinataire que les requêtes viennent de Keeper.",
  keyMade: (day) => `Créée le ${day}`,
  keyUntil: (moment) => `Signe jusqu’au ${moment}`,
  renew: "Renouveler la clé",
  renewQuestion: "Renouveler la clé de signature ?",
  renewText:
    "Keeper signe un moment avec les deux clés, pour que le destinataire puisse passer à la nouvelle.",
  overlap: "L’ancienne clé signe encore",
  overlaps: { none: "Plus du tout", day: "24 heures", week: "7 jours" },
  renewFailed: "Impossible de renouveler la clé",
  keyOnce: "Copiez-la maintenant. Elle ne sera plus affichée.",
  publicKey: "Clé publique",
  publicKeyText:
    "Saisissez-la chez le destinataire. Ce n’est pas un secret, et vous la retrouvez dans les paramètres.",
  copyKey: "Copier la clé",

  remove: "Supprimer la destination",
  removeText: "Keeper n’envoie plus rien et oublie ce que sont devenus les événements.",
  removeQuestion: (name) => `Supprimer ${name} ?`,
  removeLoses: (waiting, failed) =>
    [
      waiting + failed === 0
        ? ""
        : `${waitingEvents(waiting + failed)} ${plural(waiting + failed, "non livré ne sera pas envoyé", "non livrés ne seront pas envoyés")}.`,
      "Ses paramètres, ses clés et son historique sont effacés. C’est irréversible.",
    ]
      .filter((part) => part !== "")
      .join(" "),
  removed: (name) => `${name} supprimée`,
  notRemoved: "Impossible de supprimer la destination",

  test: "Envoyer un événement de test",
  testing: "Envoi…",
  testFailed: "Impossible d’envoyer l’événement de test",
  tested: (status, span) => `Réponse ${status} en ${span}.`,
  testedKey: (status) =>
    `Réponse ${status}. Le destinataire ne connaît pas encore la clé : copiez-la maintenant.`,
  testedLate: (seconds) => `Aucune réponse en ${seconds} secondes.`,
  testedOther: (status) => `Réponse ${status}.`,
};

export const STATE_BADGES: typeof english.STATE_BADGES = {
  new: { label: "Prête", variant: "secondary" },
  working: { label: "Fonctionne", variant: "success" },
  slow: { label: "Lente", variant: "warning" },
  ill: { label: "Ne répond pas", variant: "warning" },
  off: { label: "Désactivée", variant: "secondary" },
};

export const REFUSING_BADGE: typeof english.REFUSING_BADGE = { label: "En panne", variant: "warning" };

export const FAILED_BADGE: typeof english.FAILED_BADGE = { label: "À vérifier", variant: "warning" };

const TROUBLES: Readonly<Record<AnswerKind, (name: string, since: string, detail: string | null) => string>> =
  {
    error: (name, since) => `${name} répond par une erreur depuis ${since}.`,
    key: (name, since) => `${name} n’accepte pas notre clé depuis ${since}.`,
    denied: (name, since) =>
      `${name} n’autorise pas notre clé à envoyer des événements depuis ${since}. Vérifiez ses autorisations.`,
    clock: (name) =>
      `L’horloge de notre serveur n’est pas à l’heure pour ${name}. Prévenez la personne qui gère Keeper.`,
    nothing_there: (name, since) => `${name} n’a rien à cette adresse depuis ${since}.`,
    moved: (name, _since, to) =>
      `${name} a changé d’adresse${to === null ? "" : ` pour ${to}`}. Saisissez la nouvelle.`,
    busy: (name) => `${name} nous demande de ralentir.`,
    gone: (name) => `${name} nous a dit ne plus vouloir d’événements.`,
    rejected: (name, since) => `${name} refuse des événements depuis ${since}.`,
    late: (name, since) => `${name} ne répond plus à temps depuis ${since}.`,
    no_name: (name, since) => `L’adresse de ${name} est introuvable depuis ${since}.`,
    no_way: (name, since) => `${name} ne répond plus depuis ${since}.`,
    certificate_expired: (name) => `Le certificat de sécurité de ${name} a expiré. Prévenez son fournisseur.`,
    certificate: (name) =>
      `Aucune connexion sécurisée avec ${name} n’est possible. Prévenez son fournisseur.`,
    cut_off: (name, since) => `${name} coupe la connexion depuis ${since}.`,
    address: (name) => `Nous ne pouvons pas envoyer à l’adresse de ${name}, car elle n’est pas publique.`,
    token: (name) => `Nous n’obtenons pas de jeton pour ${name}. Vérifiez l’authentification.`,
    unbuildable: (name) => `Impossible de préparer ce que ${name} reçoit. Vérifiez le modèle.`,
    broken: (name) => `Un événement stocké est endommagé : nous n’avons pas pu l’envoyer à ${name}.`,
    unkept: (name) => `Nous n’avons pas pu stocker la réponse de ${name}.`,
    too_large: (name) => `Un événement était plus grand que ce que ${name} accepte.`,
    no_mail: () => "L’e-mail ne fonctionne pas ici en ce moment. Prévenez la personne qui gère Keeper.",
    not_a_member: (name) => `Aucune personne ayant accès à cette boutique n’a l’adresse e-mail de ${name}.`,
    paced: (name) =>
      `${name} reçoit ${EMAILS_PER_HOUR} e-mails par heure au plus. Les autres événements attendent.`,
    silent: (name, since) => `${name} ne répond plus depuis ${since}.`,
  };

const OFF: Readonly<Record<OffReason, (view: Standing, said: Said) => string>> = {
  person: ({ offBy, offAt }, { day }) =>
    `Désactivée${offBy === null ? "" : ` par ${offBy}`}${offAt === null ? "" : ` le ${day(offAt)}`}.`,
  gone: ({ name }) => `${name} nous a dit ne plus vouloir d’événements.`,
  unanswered: ({ name, offAt }, { day }) =>
    `Nous avons cessé d’essayer${offAt === null ? "" : ` le ${day(offAt)}`}, car ${name} ne répondait pas.`,
  refused: () => "Nous ne pouvons pas envoyer à cette adresse, car elle n’est pas publique.",
};

const wait = (count: number) => `${waitingEvents(count)} en attente`;
const kept = ({ waiting, waitingSince }: Standing, { day }: Said) =>
  waiting === 0
    ? null
    : `${waitingEvents(waiting)}${waitingSince === null ? "" : ` depuis le ${day(waitingSince)}`} ${plural(waiting, "conservé", "conservés")}.`;

export const stateWords: typeof english.stateWords = (view, said) => {
  const { state, delivered, lastDeliveredAt, waiting, nextAt, offReason } = view;
  if (state === "off") return { sentence: OFF[offReason ?? "person"](view, said), rest: kept(view, said) };
  if (state === "ill") {
    const kind = answerKind({ status: view.lastStatus, failure: view.lastFailure });
    const next = nextAt === null ? "" : ` Prochain essai ${said.when(nextAt)}.`;
    return {
      sentence: TROUBLES[kind](
        view.name,
        said.when(view.since ?? view.createdAt),
        failureDetail(view.lastFailure),
      ),
      rest: `Rien n’est perdu${waiting === 0 ? "" : ` : ${wait(waiting)}`}.${next}`,
    };
  }
  if (state === "slow")
    return {
      sentence: view.lastStatus === 429 || view.lastStatus === 503 ? TROUBLES.busy(view.name, "", null) : "",
      rest: `Les événements arrivent plus tard que d’habitude${waiting === 0 ? "" : ` : ${wait(waiting)}`}.`,
    };
  const none = state === "new" ? "Rien n’a encore été envoyé." : "Rien n’est encore arrivé.";
  if (state === "new" || (delivered === 0 && lastDeliveredAt === null))
    return { sentence: none, rest: waiting === 0 ? null : `${wait(waiting)}.` };
  const last = lastDeliveredAt === null ? "" : `, le dernier ${said.ago(lastDeliveredAt)}`;
  return {
    sentence: `${delivered === 0 ? "Aucun événement" : events(delivered)} en 24 heures${last}.`,
    rest: waiting === 0 ? null : `${wait(waiting)}.`,
  };
};

export const gaveUpText: typeof english.gaveUpText = (name, failed) =>
  plural(
    failed,
    `${events(failed)} n’a pas atteint ${name}, et nous n’essayons plus.`,
    `${events(failed)} n’ont pas atteint ${name}, et nous n’essayons plus.`,
  );
