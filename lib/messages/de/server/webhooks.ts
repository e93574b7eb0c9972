import type { Verdict } from "#lib/contract/subscriptions.ts";
import type * as english from "#lib/messages/en/server/webhooks.ts";

export const OUTCOMES: typeof english.OUTCOMES = {
  NEEDS_REAUTHORISATION: "Öffnen Sie zuerst die App erneut und bestätigen Sie.",
  BIGCOMMERCE_UNREACHABLE: "BigCommerce ist gerade nicht verfügbar.",
  BIGCOMMERCE_RATE_LIMITED: "Das API-Limit Ihres Shops ist erreicht. Versuchen Sie es gleich noch einmal.",
  BIGCOMMERCE_FORBIDDEN: "Dieser Shop hat nicht erlaubt, was dieser Ereignistyp braucht.",
  BIGCOMMERCE_REFUSED: "BigCommerce nimmt keinen Webhook dieses Ereignistyps an.",
  BIGCOMMERCE_CONFLICT: "BigCommerce nimmt keinen Webhook dieses Ereignistyps an.",
  BIGCOMMERCE_NOT_FOUND: "BigCommerce hat diesen Webhook nicht mehr.",
  BIGCOMMERCE_UNREADABLE: "Wir konnten die Antwort von BigCommerce nicht lesen.",
  STORE_NOT_FOUND: "BigCommerce findet diesen Shop nicht. Vielleicht ist er geschlossen.",
  CHECK_REFUSED: "BigCommerce hat die Liste Ihrer Webhooks verweigert.",
  HOOK_LIMIT_REACHED: "BigCommerce erlaubt einer App 10 Webhooks je Ereignistyp.",
  UNKNOWN_SCOPE: "BigCommerce kennt keinen Ereignistyp dieses Namens.",
  CHECK_RUNNING: "Eine Prüfung läuft schon. Versuchen Sie es gleich noch einmal.",
};
export const OTHER_OUTCOME: typeof english.OTHER_OUTCOME = "BigCommerce hat die Änderung nicht angenommen.";

export const HEALTH: typeof english.HEALTH = {
  needsAccess: "Wir können diesen Webhook erst prüfen, wenn Sie die App erneut öffnen und bestätigen.",
  doubled: (count) =>
    `BigCommerce hat ${count} Webhooks für diesen Ereignistyp. Jedes Ereignis kommt ${count === 2 ? "doppelt" : `${count}-mal`} an.`,
  doubledBy: (title) =>
    `„${title}“ bringt diese Ereignisse auch, obwohl das hier niemand eingeschaltet hat. Jedes Ereignis kommt doppelt an.`,
  overlaps: (coveredBy) => `„${coveredBy}“ enthält diese Ereignisse schon. Jedes Ereignis kommt doppelt an.`,
  coveredBy: (title) => `Enthalten in „${title}“.`,
  notOn: "Nicht eingeschaltet.",
  turnedOff: (who, day) => `Am ${day} von ${who} ausgeschaltet.`,
  turningOn: "Wir schalten ihn gerade bei BigCommerce ein.",
  gone: "BigCommerce hat diesen Webhook nicht mehr.",
  notThere: (why) => `BigCommerce hat diesen Webhook noch nicht. ${why}`,
  elsewhere: "BigCommerce sendet diese Ereignisse an eine andere Adresse.",
  otherSecret: (deadline) =>
    `Wir lehnen diese Ereignisse ab, weil das Secret nicht stimmt. ${
      deadline === null
        ? "BigCommerce sendet jedes bis zu 48 Stunden lang erneut."
        : `Beheben Sie das bis ${deadline}, dann sendet BigCommerce sie erneut.`
    }`,
  noSecret:
    "BigCommerce sendet diese Ereignisse ohne das Secret des Shops. Wir nehmen sie nur an, wenn sie signiert sind.",
  blocked: (time) =>
    `BigCommerce hat Zustellungen bis ${time} pausiert. Danach kommen die wartenden Ereignisse meist nach.`,
  quiet: (since, end, isRenewed) =>
    `Kein Ereignis seit ${since}. BigCommerce schaltet ihn vielleicht ${end === null ? "bald" : `am ${end}`} aus.${isRenewed ? " Wir erneuern ihn vorher." : ""}`,
  fresh: "Bis zum ersten Ereignis kann eine Minute vergehen.",
  lastEvent: (moment) => `Letztes Ereignis: ${moment}.`,
  waiting: (day) => `An seit ${day}. Noch ist kein Ereignis dieses Typs angekommen.`,
};

export const OFF: typeof english.OFF = {
  bySomebody: (day) => `Am ${day} ausgeschaltet, wahrscheinlich von einer Person oder einem anderen Tool.`,
  byWhom: (day) => `Am ${day} bei BigCommerce ausgeschaltet. Warum, wissen wir nicht.`,
  ownFault: (day, span) =>
    `BigCommerce hat ihn am ${day} ausgeschaltet, wahrscheinlich weil wir ${span} keine Ereignisse annehmen konnten.`,
  quiet: (day, days) =>
    `BigCommerce hat ihn am ${day} ausgeschaltet, wahrscheinlich weil ${days} Tage lang kein Ereignis kam.`,
  gaveUp: (day) =>
    `BigCommerce hat ihn am ${day} ausgeschaltet, weil Zustellungen 48 Stunden lang scheiterten.`,
  perhapsFailed: (day) =>
    `BigCommerce hat ihn am ${day} ausgeschaltet, wahrscheinlich weil Zustellungen 48 Stunden lang scheiterten.`,
  unknown: (day) => `BigCommerce hat ihn am ${day} ausgeschaltet und sagt nicht, warum.`,
  at: (time) => `um ${time}`,
  between: (from, to) => `zwischen ${from} und ${to}`,
};

export const HOLD: typeof english.HOLD = {
  tellingOnly: " Automatisches Reparieren ist aus.",
  spent: (times, until) =>
    ` Wir haben das an einem Tag ${times}-mal behoben, und es ging wieder kaputt. Wir versuchen es nach ${until} noch einmal.`,
  later: (time) => ` Wir versuchen nach ${time}, das zu beheben.`,
  ownFault: " Wir versuchen, das zu beheben, sobald wir 10 Minuten lang Ereignisse ohne Probleme annehmen.",
};

const FAULTS: Readonly<Partial<Record<Verdict, string>>> = {
  off_by_bigcommerce: "ist ausgeschaltet",
  missing: "fehlt",
  wrong_address: "geht an eine andere Adresse",
  wrong_secret: "hat das falsche Secret",
  doubled: "kommt doppelt an",
  overlaps_wildcard: "kommt doppelt an",
  over_limit: "liegt über der Grenze von BigCommerce",
  going_quiet: "wird vielleicht bald ausgeschaltet",
};

export const STORE: typeof english.STORE = {
  nothingOn: "Kein Ereignistyp ist an, also kommen keine Ereignisse an.",
  checking: "Wir vergleichen Ihre Webhooks mit BigCommerce.",
  refusing: "Wir konnten die letzten Ereignisse nicht annehmen, und seitdem ist keines angekommen.",
  allOn: (all) => (all === 1 ? "Ihr Webhook ist an." : `Alle ${all} Webhooks sind an.`),
  firstEvent: "Noch ist kein Ereignis angekommen.",
  lastEvent: (ago) => `Letztes Ereignis: ${ago}.`,
  destination: "Ein Ziel braucht Ihre Aufmerksamkeit.",
  destinationRetrying: "Ein Ziel nimmt gerade keine Ereignisse an.",
  needsAccess:
    "Öffnen Sie die App erneut und bestätigen Sie. Bis dahin können wir Webhooks weder prüfen noch reparieren.",
  paused: (time) => `BigCommerce hat Zustellungen bis ${time} pausiert.`,
  silent: "BigCommerce antwortet nicht.",
  error: (status) => `BigCommerce hat einen Fehler gemeldet (${status}).`,
  unavailable:
    "BigCommerce meldet, dass dieser Shop nicht verfügbar ist (503). Vielleicht ist er gesperrt oder wird gewartet.",
  nextTry: (time) => `Wir versuchen es um ${time} noch einmal.`,
  tryingNow: "Wir versuchen es gerade noch einmal.",
  needy: (needy, all, named) => {
    const count =
      all === 1
        ? "Ihr Webhook braucht Aufmerksamkeit"
        : `${needy} von ${all} Webhooks ${needy === 1 ? "braucht" : "brauchen"} Aufmerksamkeit`;
    const names = named.map(
      ({ title, verdict }) => `„${title}“ ${FAULTS[verdict] ?? "braucht Aufmerksamkeit"}`,
    );
    const more = needy - named.length;
    return `${count}: ${names.join(", ")}${more > 0 ? ` und ${more} weitere` : ""}.`;
  },
  justNow: "vor weniger als einer Minute",
};
