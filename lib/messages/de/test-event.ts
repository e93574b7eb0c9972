import type * as english from "#lib/messages/en/test-event.ts";
import { wholeNumber } from "#lib/messages/format/time.ts";
import type { Proof } from "#lib/contract/events.ts";
import type { TestReach, TestStop } from "#lib/contract/test-events.ts";

export const area = "testEvent";

export const TEST_EVENT: typeof english.TEST_EVENT = {
  title: (title) => `Testereignis: ${title}`,
  text: "Wir senden ein signiertes Beispiel an die öffentliche Adresse von Keeper, so wie BigCommerce es tut. Das prüft alles außer BigCommerce selbst.",
  noHook:
    "BigCommerce hat zurzeit keinen Webhook dieses Typs für diesen Shop. Der Test funktioniert trotzdem.",
  to: "Gesendet an",
  steps: "Schritte des Tests",
  again: "Noch eines senden",
  view: "Ereignis ansehen",
  worked: "Es funktioniert. Das Testereignis steht in Ihrem Protokoll und zählt in keiner Summe.",
  brokenOff: "Der Test wurde unterbrochen. Senden Sie noch eines.",
  toldTo: "Zeigen Sie das Ihrem Entwickler.",
};

export const STEP_NAMES: typeof english.STEP_NAMES = {
  sent: "Gesendet",
  proven: "Geprüft",
  stored: "Gespeichert",
  seen: "Angezeigt",
};

export const STATE_NAMES: typeof english.STATE_NAMES = {
  done: "Erledigt",
  stopped: "Aufgehalten",
  under_way: "Läuft",
  waiting: "Noch nicht",
  unknown: "Nicht bekannt",
  skipped: "Nicht erreicht",
};

const PROVEN_BY: Readonly<Record<Proof, string>> = {
  signature: "durch seine Signatur; der geheime Header kam nicht an",
  header: "durch seinen geheimen Header; die Signatur kam nicht an",
  both: "durch seine Signatur und durch seinen geheimen Header",
  keeper: "durch Keeper selbst",
};

export const stepText: typeof english.stepText = (step, state, locale) => {
  if (state.state !== "done") return STATE_NAMES[state.state];
  const afterMs = wholeNumber(state.afterMs, locale);
  switch (step) {
    case "sent":
      return `und nach ${afterMs} ms beantwortet`;
    case "proven":
      return state.proof === null ? "" : PROVEN_BY[state.proof];
    case "stored":
      return "in diesem Protokoll";
    case "seen":
      return `im Protokoll nach ${afterMs} ms`;
  }
};

interface StopFacts {
  host: string;
  status: number | null;
  detail: string | null;
}

const NO_HOST = "Die Adresse";
const HAIRPIN =
  "Manche Netze lassen einen Server seine eigene öffentliche Adresse nicht erreichen: Wenn Ereignisse von BigCommerce ankommen, ist alles in Ordnung.";

const CERTIFICATES: Readonly<Record<string, string>> = {
  CERT_HAS_EXPIRED: "Das Zertifikat ist abgelaufen",
  CERT_NOT_YET_VALID: "Das Zertifikat ist noch nicht gültig",
  DEPTH_ZERO_SELF_SIGNED_CERT: "Das Zertifikat ist selbst signiert",
  SELF_SIGNED_CERT_IN_CHAIN: "Das Zertifikat kommt von niemandem, dem vertraut wird",
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: "Das Zertifikat kommt von niemandem, dem vertraut wird",
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: "Das Zertifikat, das es signiert hat, fehlt",
  ERR_TLS_CERT_ALTNAME_INVALID: "Das Zertifikat ist für einen anderen Namen",
};

const SLOW: Readonly<Record<string, string>> = {
  resolving: "wurde nicht rechtzeitig gefunden",
  connecting: "nahm die Verbindung nicht rechtzeitig an",
  securing: "sicherte die Verbindung nicht rechtzeitig",
  answering: "nahm die Verbindung an und antwortete nicht rechtzeitig",
};

const STOPS: Readonly<Record<TestStop, { what: (facts: StopFacts) => string; help: string }>> = {
  name_unknown: {
    what: ({ host }) => `${host} wurde nicht gefunden.`,
    help: "Prüfen Sie APP_URL und den Eintrag des Namens im DNS. Ein neuer Eintrag ist nicht überall sofort bekannt.",
  },
  refused: {
    what: ({ host }) => `${host} hat die Verbindung abgelehnt.`,
    help: `Dort hört niemand zu, oder eine Firewall lehnt ab. Prüfen Sie, ob läuft, was die App ins Internet stellt. ${HAIRPIN}`,
  },
  no_route: {
    what: ({ host }) => `Vom Server von Keeper führt kein Weg zu ${host}.`,
    help: `Prüfen Sie das Netz des Servers und die Adresse hinter dem Namen. ${HAIRPIN}`,
  },
  insecure: {
    what: ({ host, detail }) => {
      const cause = CERTIFICATES[detail ?? ""] ?? (detail === null ? null : `Sie scheiterte mit ${detail}`);
      return `Mit ${host} kam keine sichere Verbindung zustande${cause === null ? "" : `: ${cause}`}.`;
    },
    help: "BigCommerce stellt nur bei vertrauenswürdigen Zertifikaten zu. Erneuern Sie es dort, wo https für Keeper ausgeliefert wird, samt den Zertifikaten zwischen ihm und seiner Stelle.",
  },
  too_slow: {
    what: ({ host, detail }) => `${host} ${SLOW[detail ?? ""] ?? "antwortete nicht rechtzeitig"}.`,
    help: `BigCommerce würde ebenfalls aufgeben und wiederkommen. Vielleicht verwirft eine Firewall, was kommt, oder die App oder ein Proxy davor ist überlastet. ${HAIRPIN}`,
  },
  cut_off: {
    what: ({ host, detail }) =>
      `Die Verbindung zu ${host} wurde vor der Antwort getrennt${detail === null ? "" : ` (${detail})`}.`,
    help: "Ein Proxy oder eine Firewall auf dem Weg schließt sie. Deren eigenes Protokoll sagt, warum.",
  },
  redirected: {
    what: ({ host, detail }) => `${host} leitet anderswohin${detail === null ? "" : `: zu ${detail}`}.`,
    help: "BigCommerce folgt keinen Weiterleitungen. Setzen Sie APP_URL auf die Adresse, die selbst antwortet, oder nehmen Sie /api/webhooks von der Weiterleitung aus.",
  },
  password_asked: {
    what: ({ host }) => `Etwas bei ${host} verlangt ein Passwort, bevor die App erreicht wird.`,
    help: "Lassen Sie Anfragen an /api/webhooks ohne eines durch: Zustellungen weisen sich selbst aus.",
  },
  too_large: {
    what: ({ host }) => `${host} hat das Ereignis als zu groß abgelehnt.`,
    help: "Keeper nimmt 256 KB an, weit mehr, als dieses Ereignis hat. Erhöhen Sie die Grenze des Proxys davor.",
  },
  gateway: {
    what: ({ status }) => `Ein Proxy vor der App bekam keine Antwort von ihr (Status ${status}).`,
    help: "Prüfen Sie, ob die App dort läuft, wo der Proxy sie sucht.",
  },
  answered_otherwise: {
    what: ({ host, status }) =>
      `Etwas anderes als der Empfänger von Keeper antwortete bei ${host} (Status ${status}).`,
    help: "Prüfen Sie, wohin APP_URL führt, und die Regeln von Proxys und Firewalls für Anfragen an /api/webhooks.",
  },
  unproven: {
    what: () => "Es kam an, ließ sich aber nicht prüfen (401).",
    help: "Vielleicht antwortet dort eine andere Kopie von Keeper, mit eigenem Client-Secret oder eigener Datenbank. Oder ein Proxy ändert, was er weitergibt, oder entfernt Header.",
  },
  not_committed: {
    what: () => "Es kam an, wurde aber nicht gespeichert (503).",
    help: "Die App oder ihre Datenbank ist überlastet oder gestört, oder ein Proxy hat keine App, an die er es weitergeben kann. BigCommerce sendet seine Ereignisse bis zu 48 Stunden lang noch einmal; nichts geht verloren, wenn das bis dahin endet.",
  },
  went_elsewhere: {
    what: ({ host, status }) => `${host} antwortete ${status}, und in diesem Protokoll kam nichts an.`,
    help: "Etwas anderes antwortet dort: eine Seite eines Proxys, oder eine andere Kopie von Keeper mit eigener Datenbank. Prüfen Sie, wohin APP_URL führt.",
  },
  mark_lost: {
    what: () => "Es kam ohne das Zeichen eines Tests an und zählt deshalb wie ein Ereignis des Shops.",
    help: "Ein Proxy entfernt einen Header. Lassen Sie alle Header durch, die mit X-Webhook-Keeper- beginnen.",
  },
  not_seen: {
    what: () => "Es steht im Protokoll, aber das offene Protokoll zeigte es nicht innerhalb von 5 Sekunden.",
    help: "Laden Sie das Protokoll neu, um neue Ereignisse zu sehen. Die Benachrichtigungen der Datenbank erreichen die App nicht: Ein Pooler dazwischen, der jeder Transaktion eine andere Verbindung gibt, nimmt sie weg.",
  },
};

const REACH: Readonly<Record<TestReach, ((host: string, address: string) => string) | null>> = {
  public: null,
  private: (host, address) =>
    `Von diesem Server aus führt ${host} zu einer Adresse eines privaten Netzes, ${address}. BigCommerce erreicht sie nur, wenn der Name vom Internet aus anderswohin führt.`,
  loopback: (host, address) =>
    `Von diesem Server aus führt ${host} zu diesem selben Rechner, ${address}; der Test hat ihn also nicht verlassen. BigCommerce erreicht ihn nur, wenn der Name vom Internet aus anderswohin führt.`,
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
