import type * as english from "#lib/messages/en/events.ts";
import { counted, plural } from "./plural.ts";

export const area = "events";

const events = (count: number) => counted(count, "événement", "événements");

export const EVENTS: typeof english.EVENTS = {
  title: "Événements",
  description: (days) =>
    days === undefined
      ? "Les événements de votre boutique."
      : `Les événements de votre boutique, conservés ${counted(days, "jour", "jours")}.`,
  live: "En direct",
  paused: "En pause",
  connecting: "Connexion",
  reconnecting: "Reconnexion",
  pause: "Pause",
  resume: "Reprendre",
  keys: "Raccourcis clavier",
  export: "Exporter",

  filters: "Filtres",
  search: "Rechercher des événements",
  placeholder: "Nom, e-mail, numéro ou événement",
  eventTypes: (count) => (count === 0 ? "Types d’événement : tous" : `Types d’événement : ${count}`),
  chooseTypes: "Choisir les types d’événement",
  noTypes: "Aucun type d’événement ne correspond",
  group: "Groupe",
  groups: {
    all: "Tous les groupes",
    orders: "Commandes",
    shipments: "Expéditions",
    products: "Produits",
    inventory: "Stock et emplacements",
    categories: "Catégories et marques",
    customers: "Clients et abonnés",
    carts: "Paniers",
    "price-lists": "Listes de prix",
    channels: "Canaux et vitrines",
    store: "Boutique",
    b2b: "B2B",
  },
  proofFilter: "Preuve",
  proofs: {
    all: "Toute preuve",
    both: "Les deux preuves",
    signature: "Signature seule",
    header: "En-tête secret seul",
    keeper: "Noté par Keeper",
  },
  result: "Résultat",
  results: {
    all: "Tous les résultats",
    received: "Reçu",
    flagged: "Signalé",
    test: "Test",
    repeated: "Arrivé plusieurs fois",
    not_sent: "Non envoyé",
  },
  time: "Période",
  times: {
    "1h": "Dernière heure",
    "24h": "Dernières 24 heures",
    "7d": "7 derniers jours",
    "30d": "30 derniers jours",
    custom: "Période choisie",
  },
  from: "Du",
  to: "Au",
  apply: "Appliquer",
  wrongOrder: "Choisissez une fin après le début",
  active: "Filtres actifs",
  searchChip: (text) => `« ${text} »`,
  clear: "Effacer les filtres",
  moreActions: "Autres actions",
  moreFilters: (active) => (active === 0 ? "Plus de filtres" : `Plus de filtres ${active}`),
  filtersButton: (active) => (active === 0 ? "Filtres" : `Filtres ${active}`),
  showEvents: "Afficher les événements",
  lateChip: "Arrivé en retard",

  shown: (count, hasOlder) => (hasOlder ? `${count} derniers événements` : events(count)),
  none: "Aucun événement",
  showOlder: "Afficher des événements plus anciens",
  showingOlder: "Chargement d’événements plus anciens…",
  olderSlow: "Les événements plus anciens se chargent lentement. Ceux du dessus restent.",
  allShown: "C’est tout.",
  newEvents: (count, isFull) =>
    isFull
      ? `Plus de ${count} nouveaux événements`
      : counted(count, "nouvel événement", "nouveaux événements"),
  newWhilePaused: (count, isFull) =>
    `En pause · ${isFull ? `plus de ${count} nouveaux` : counted(count, "nouveau", "nouveaux")}`,
  lateEvents: (text, count) =>
    plural(
      count,
      `${text} événement plus ancien vient d’arriver`,
      `${text} événements plus anciens viennent d’arriver`,
    ),
  viewLate: "Afficher",
  list: "Journal des événements",
  columns: {
    select: "Sélectionner",
    when: "Quand",
    event: "Événement",
    about: "Concerne",
    arrivals: "Arrivées",
  },
  nowShown: (count, hasOlder, newest) =>
    `${events(count)}${hasOlder ? " et de plus anciens" : ""}. Le plus récent : ${newest}`,
  arrivals: (count) => `${count} fois`,
  events,
  arrivedTimes: (count) => `Arrivé ${count} fois`,
  later: (span) => `arrivé ${span} plus tard`,
  allAbout: (label) => `Tout sur ${label}`,

  slow: "Les nouveaux événements se chargent plus lentement que d’habitude. Nous continuons d’essayer.",
  unreadable: "Ces événements se chargent plus lentement que d’habitude.",
  timedOut: "La recherche a pris trop de temps",
  timedOutText: "Choisissez une période plus courte.",
  emptyTitle: "Pas encore d’événement",
  emptyText: "Les événements apparaissent ici quelques secondes après un changement dans votre boutique.",
  emptyFiltered: "Aucun événement ne correspond à ces filtres",
  emptyFilteredText: "Effacez un filtre ou élargissez la période.",
  filteredOut: (ago) =>
    `Votre dernier événement (${ago}) ne correspond pas. Effacez un filtre ou élargissez la période.`,
  nothingOn: "Rien n’est activé",
  nothingOnText: "Choisissez les événements que vous voulez recevoir.",
  chooseEvents: "Choisir des événements",

  loadingEvent: "Événement",
  gone: "Cet événement n’est plus dans l’historique",
  goneText: (days) =>
    days === undefined
      ? "Il est peut-être trop ancien."
      : `Les événements sont conservés ${counted(days, "jour", "jours")}.`,
  viewAll: "Voir tous les événements",
  eventSlow: "Cet événement se charge plus lentement que d’habitude.",
  newerEvent: "Événement plus récent",
  olderEvent: "Événement plus ancien",
  changes: "Ce qui a changé",
  eventType: "Type d’événement",
  happened: "Survenu",
  happenedUntold: "Non indiqué",
  happenedUnreadable: (claim) => `Illisible : ${claim}`,
  happenedByClaim: (time) => `${time}, selon l’événement lui-même`,
  receivedAt: "Reçu",
  proof: "Preuve",
  testProof: "Événement de test. Il n’est pas compté dans vos totaux.",
  hash: "Hash",
  size: "Taille",
  id: "ID",
  copyId: "Copier l’ID de l’événement",
  copyHash: "Copier le hash",
  bytes: (count) => (count === "1" ? "1 octet" : `${count} octets`),
  payload: "Charge utile",
  emptyPayload: "Cet événement est arrivé sans charge utile.",
  headers: "En-têtes",
  technical: "Détails techniques",
  erase: "Effacer les données",
  print: "Imprimer l’événement",
  timeline: "Chronologie",
  stepHappened: "Survenu dans la boutique",
  stepUntold: "On ne sait pas quand il est survenu",
  stepArrived: "Arrivé",
  stepArrivedAfter: (span) => `Arrivé ${span} plus tard`,
  stepRepeated: (count) =>
    plural(count, "Arrivé une fois de plus", `Arrivé ${count} fois de plus, la dernière`),
  related: "Liés",
  relatedTo: (label) => `Les plus récents sur ${label}`,
  relatedNone: "C’est le seul événement à ce sujet.",
  relatedSlow: "Les événements liés se chargent plus lentement que d’habitude.",
  shownNow: "affiché",
  overview: (span, arrivals, isTimeKnown) =>
    [
      isTimeKnown
        ? span === null
          ? "Arrivé en moins d’une seconde."
          : `Arrivé ${span} plus tard.`
        : "Nous ne savons pas quand cela s’est produit.",
      ...(arrivals > 1 ? [`BigCommerce l’a envoyé ${arrivals} fois ; nous en gardons une copie.`] : []),
    ].join(" "),
  copyEvent: "Copier",
  copyAs: { json: "JSON", curl: "cURL", fixture: "Fixture" },
  copyAsNames: {
    json: "Copier en JSON",
    curl: "Copier comme requête de test signée",
    fixture: "Copier en fixture",
  },
  copyHint: "Ajoutez votre secret client à la commande avant de l’exécuter.",
  openInPanel: (label) => `Ouvrir ${label} dans le panneau de contrôle`,
};

export const resultBadge: typeof english.resultBadge = ({ flags, isTest }) => {
  if (flags.length > 0) return { label: "Signalé", variant: "warning" };
  if (isTest) return { label: "Test", variant: "primary" };
  return { label: "Reçu", variant: "secondary" };
};

export const DEMO_BADGE: typeof english.DEMO_BADGE = { label: "Démo", variant: "primary" };

export const PROOFS: typeof english.PROOFS = {
  signature: "Signé par BigCommerce",
  header: "Arrivé avec l’en-tête secret de cette boutique",
  both: "Signé par BigCommerce, et arrivé avec l’en-tête secret de cette boutique",
  keeper: "Noté par Keeper lui-même",
};

export const FLAGS: typeof english.FLAGS = {
  unreadable: "La charge utile est illisible. Elle est conservée telle qu’elle est arrivée.",
  unknown_scope: "Ce type d’événement n’est pas dans la liste des types connus.",
  unknown_store: "Envoyé pour une boutique inconnue.",
  uninstalled_store: "Il est arrivé après la suppression de l’application de cette boutique.",
  other_store: "La charge utile appartient à une autre boutique.",
  time_in_other_form:
    "Son heure est arrivée sous une forme inhabituelle. Nous avons tout de même pu la lire.",
  time_unknown: "Il ne dit pas quand il est survenu. Il est classé selon son arrivée.",
  time_ahead: "Selon lui-même, il est survenu après son arrivée. Il est classé selon son arrivée.",
  time_long_ago:
    "Selon lui-même, il est plus ancien que tout ce que nous conservons. Il est classé selon son arrivée.",
};
