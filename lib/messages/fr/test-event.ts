import type * as english from "#lib/messages/en/test-event.ts";
import { wholeNumber } from "#lib/messages/format/time.ts";
import type { Proof } from "#lib/contract/events.ts";
import type { TestReach, TestStop } from "#lib/contract/test-events.ts";

export const area = "testEvent";

export const TEST_EVENT: typeof english.TEST_EVENT = {
  title: (title) => `Événement de test : ${title}`,
  text: "Nous envoyons un exemple signé à l’adresse publique de Keeper, comme le fait BigCommerce. Cela vérifie tout sauf BigCommerce lui-même.",
  noHook:
    "BigCommerce n’a actuellement aucun webhook de ce type pour cette boutique. Le test fonctionne quand même.",
  to: "Envoyé à",
  steps: "Étapes du test",
  again: "En envoyer un autre",
  view: "Voir l’événement",
  worked: "Cela fonctionne. L’événement de test est dans votre journal et n’entre dans aucun total.",
  brokenOff: "Le test a été interrompu. Envoyez-en un autre.",
  toldTo: "Montrez ceci à votre développeur.",
};

export const STEP_NAMES: typeof english.STEP_NAMES = {
  sent: "Envoyé",
  proven: "Vérifié",
  stored: "Enregistré",
  seen: "Affiché",
};

export const STATE_NAMES: typeof english.STATE_NAMES = {
  done: "Fait",
  stopped: "Arrêté",
  under_way: "En cours",
  waiting: "Pas encore",
  unknown: "Inconnu",
  skipped: "Non atteint",
};

const PROVEN_BY: Readonly<Record<Proof, string>> = {
  signature: "par sa signature ; l’en-tête secret n’est pas arrivé",
  header: "par son en-tête secret ; la signature n’est pas arrivée",
  both: "par sa signature et par son en-tête secret",
  keeper: "par Keeper lui-même",
};

export const stepText: typeof english.stepText = (step, state, locale) => {
  if (state.state !== "done") return STATE_NAMES[state.state];
  const afterMs = wholeNumber(state.afterMs, locale);
  switch (step) {
    case "sent":
      return `et répondu après ${afterMs} ms`;
    case "proven":
      return state.proof === null ? "" : PROVEN_BY[state.proof];
    case "stored":
      return "dans ce journal";
    case "seen":
      return `dans le journal après ${afterMs} ms`;
  }
};

interface StopFacts {
  host: string;
  status: number | null;
  detail: string | null;
}

const NO_HOST = "L’adresse";
const HAIRPIN =
  "Certains réseaux ne laissent pas un serveur atteindre sa propre adresse publique : si les événements de BigCommerce arrivent, tout va bien.";

const CERTIFICATES: Readonly<Record<string, string>> = {
  CERT_HAS_EXPIRED: "son certificat a expiré",
  CERT_NOT_YET_VALID: "son certificat n’est pas encore valide",
  DEPTH_ZERO_SELF_SIGNED_CERT: "il a signé son certificat lui-même",
  SELF_SIGNED_CERT_IN_CHAIN: "son certificat ne vient de personne de confiance",
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: "son certificat ne vient de personne de confiance",
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: "il omet le certificat qui a signé le sien",
  ERR_TLS_CERT_ALTNAME_INVALID: "son certificat est pour un autre nom",
};

const SLOW: Readonly<Record<string, string>> = {
  resolving: "n’a pas été trouvé à temps",
  connecting: "n’a pas accepté la connexion à temps",
  securing: "n’a pas sécurisé la connexion à temps",
  answering: "a accepté la connexion et n’a pas répondu à temps",
};

const STOPS: Readonly<Record<TestStop, { what: (facts: StopFacts) => string; help: string }>> = {
  name_unknown: {
    what: ({ host }) => `${host} est introuvable.`,
    help: "Vérifiez APP_URL et l’entrée du nom dans le DNS. Une nouvelle entrée n’est pas connue partout aussitôt.",
  },
  refused: {
    what: ({ host }) => `${host} a refusé la connexion.`,
    help: `Rien n’écoute là, ou un pare-feu refuse. Vérifiez que ce qui expose l’application sur Internet fonctionne. ${HAIRPIN}`,
  },
  no_route: {
    what: ({ host }) => `Aucun chemin ne mène du serveur de Keeper à ${host}.`,
    help: `Vérifiez le réseau du serveur et l’adresse derrière le nom. ${HAIRPIN}`,
  },
  insecure: {
    what: ({ host, detail }) => {
      const cause = CERTIFICATES[detail ?? ""] ?? (detail === null ? null : `elle a échoué avec ${detail}`);
      return `Aucune connexion sécurisée avec ${host} n’a été établie${cause === null ? "" : ` : ${cause}`}.`;
    },
    help: "BigCommerce ne livre qu’avec des certificats de confiance. Renouvelez-le là où https est servi pour Keeper, avec les certificats entre lui et son autorité.",
  },
  too_slow: {
    what: ({ host, detail }) => `${host} ${SLOW[detail ?? ""] ?? "n’a pas répondu à temps"}.`,
    help: `BigCommerce abandonnerait aussi, et reviendrait. Un pare-feu jette peut-être ce qui arrive, ou l’application ou un proxy devant elle est surchargé. ${HAIRPIN}`,
  },
  cut_off: {
    what: ({ host, detail }) =>
      `La connexion à ${host} a été coupée avant la réponse${detail === null ? "" : ` (${detail})`}.`,
    help: "Un proxy ou un pare-feu sur le chemin la ferme. Son propre journal dit pourquoi.",
  },
  redirected: {
    what: ({ host, detail }) => `${host} redirige ailleurs${detail === null ? "" : ` : vers ${detail}`}.`,
    help: "BigCommerce ne suit pas les redirections. Réglez APP_URL sur l’adresse qui répond elle-même, ou excluez /api/webhooks de la redirection.",
  },
  password_asked: {
    what: ({ host }) =>
      `Quelque chose à ${host} demande un mot de passe avant que l’application soit atteinte.`,
    help: "Laissez passer sans mot de passe les requêtes à /api/webhooks : les livraisons se prouvent elles-mêmes.",
  },
  too_large: {
    what: ({ host }) => `${host} a refusé l’événement comme trop grand.`,
    help: "Keeper accepte 256 Ko, bien plus que cet événement. Relevez la limite du proxy placé devant.",
  },
  gateway: {
    what: ({ status }) => `Un proxy devant l’application n’a pas reçu de réponse d’elle (statut ${status}).`,
    help: "Vérifiez si l’application tourne là où le proxy la cherche.",
  },
  answered_otherwise: {
    what: ({ host, status }) =>
      `Autre chose que le récepteur de Keeper a répondu à ${host} (statut ${status}).`,
    help: "Vérifiez où mène APP_URL, et les règles des proxys et pare-feu pour les requêtes à /api/webhooks.",
  },
  unproven: {
    what: () => "Il est arrivé, mais n’a pas pu être vérifié (401).",
    help: "Une autre copie de Keeper y répond peut-être, avec son propre secret client ou sa propre base. Ou un proxy modifie ce qu’il transmet, ou retire des en-têtes.",
  },
  not_committed: {
    what: () => "Il est arrivé, mais n’a pas été enregistré (503).",
    help: "L’application ou sa base est surchargée ou en panne, ou un proxy n’a pas d’application à qui le transmettre. BigCommerce renvoie ses événements pendant 48 heures au plus : rien n’est perdu si cela cesse d’ici là.",
  },
  went_elsewhere: {
    what: ({ host, status }) => `${host} a répondu ${status}, et rien n’est arrivé dans ce journal.`,
    help: "Autre chose y répond : une page d’un proxy, ou une autre copie de Keeper avec sa propre base. Vérifiez où mène APP_URL.",
  },
  mark_lost: {
    what: () => "Il est arrivé sans la marque d’un test, et compte donc comme un événement de la boutique.",
    help: "Un proxy retire un en-tête. Laissez passer tous les en-têtes qui commencent par X-Webhook-Keeper-.",
  },
  not_seen: {
    what: () => "Il est dans le journal, mais qui regarde le journal n’en a pas été averti en 5 secondes.",
    help: "Rechargez le journal pour voir les nouveaux événements. Les notifications de la base n’atteignent pas l’application : un pooler entre elles, qui donne à chaque transaction une autre connexion, les supprime.",
  },
};

const REACH: Readonly<Record<TestReach, ((host: string, address: string) => string) | null>> = {
  public: null,
  private: (host, address) =>
    `Depuis ce serveur, ${host} mène à une adresse d’un réseau privé, ${address}. BigCommerce ne l’atteint que si le nom mène ailleurs depuis Internet.`,
  loopback: (host, address) =>
    `Depuis ce serveur, ${host} mène à cette machine même, ${address} : le test ne l’a donc pas quittée. BigCommerce ne l’atteint que si le nom mène ailleurs depuis Internet.`,
};

export const stopText: typeof english.stopText = ({ stop, destination }) => {
  if (!stop) return null;
  const words = STOPS[stop.stop];
  const host = URL.parse(destination ?? "")?.host ?? NO_HOST;
  return { what: words.what({ host, ...stop }), help: words.help };
};

export const reachText: typeof english.reachText = ({ reached, destination }) => {
  const host = URL.parse(destination ?? "")?.hostname ?? "";
  return reached ? (REACH[reached.reach]?.(host, reached.address) ?? null) : null;
};
