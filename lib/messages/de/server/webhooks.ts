import type { Remedy, Verdict } from "#lib/contract/subscriptions.ts";
import type * as english from "#lib/messages/en/server/webhooks.ts";

export const OUTCOMES: typeof english.OUTCOMES = {
  NEEDS_REAUTHORISATION: "Der Shop muss dieser App erneut zustimmen.",
  BIGCOMMERCE_UNREACHABLE: "BigCommerce braucht länger als sonst für eine Antwort.",
  BIGCOMMERCE_RATE_LIMITED:
    "BigCommerce hat uns gebeten, langsamer zu machen. Versuchen Sie es gleich noch einmal.",
  BIGCOMMERCE_FORBIDDEN: "Dieser Shop hat nicht erlaubt, was dieser Ereignistyp braucht.",
  BIGCOMMERCE_REFUSED: "BigCommerce nimmt keinen Webhook dieses Ereignistyps an.",
  BIGCOMMERCE_CONFLICT: "BigCommerce nimmt keinen Webhook dieses Ereignistyps an.",
  BIGCOMMERCE_NOT_FOUND: "BigCommerce hat diesen Webhook nicht mehr.",
  BIGCOMMERCE_UNREADABLE: "BigCommerce hat etwas geantwortet, das diese App nicht lesen kann.",
  STORE_NOT_FOUND: "BigCommerce findet diesen Shop nicht. Vielleicht ist er geschlossen oder umgezogen.",
  CHECK_REFUSED: "Die Webhooks ließen sich nicht prüfen: BigCommerce hat ihre Liste verweigert.",
  HOOK_LIMIT_REACHED: "BigCommerce erlaubt dieser App 10 Webhooks je Ereignistyp.",
  UNKNOWN_SCOPE: "BigCommerce kennt keinen Ereignistyp dieses Namens.",
  CHECK_RUNNING: "Eine Prüfung läuft schon. Versuchen Sie es gleich noch einmal.",
};
export const OTHER_OUTCOME: typeof english.OTHER_OUTCOME = "BigCommerce hat die Änderung nicht angenommen.";

export const HEALTH: typeof english.HEALTH = {
  needsAccess: "Der Shop muss dieser App erneut zustimmen.",
  doubled: (count) =>
    `BigCommerce hat ${count} Webhooks für diesen Ereignistyp. Jedes Ereignis kommt ${count === 2 ? "doppelt" : `${count}-mal`} an.`,
  doubledBy: (title) =>
    `Ein Webhook für „${title}“ bringt sie auch, obwohl ihn hier niemand eingeschaltet hat. Jedes Ereignis kommt doppelt an.`,
  overlaps: (coveredBy) => `Enthalten in „${coveredBy}“. Jedes Ereignis kommt doppelt an.`,
  coveredBy: (title) => `Enthalten in „${title}“.`,
  notOn: "Nicht eingeschaltet.",
  turnedOff: (who, day) => `Am ${day} von ${who} ausgeschaltet.`,
  turningOn: "Er wird gerade bei BigCommerce eingeschaltet.",
  gone: "BigCommerce hat diesen Webhook nicht mehr.",
  notThere: (why) => `Noch nicht da. ${why}`,
  elsewhere: "BigCommerce sendet diese Ereignisse an eine andere Adresse dieser App.",
  noSecret: "Ereignisse kommen ohne das vereinbarte Secret an.",
  blocked: (time) =>
    `BigCommerce pausiert Zustellungen bis ${time}, weil zu viele scheiterten. Ereignisse dieser Zeit kommen später, manche vielleicht nie: Die Übersicht sagt, was diese App abgelehnt hat.`,
  quiet: (since, end, isRenewed) =>
    `Kein Ereignis seit ${since}. BigCommerce schaltet ihn ${end === null ? "jeden Tag" : `am ${end}`} ab.${isRenewed ? " Die App erneuert ihn vorher." : ""}`,
  fresh: "Bis zum ersten Ereignis kann eine Minute vergehen.",
  lastEvent: (moment) => `Letztes Ereignis ${moment}.`,
  waiting: (day) => `An seit ${day}. Noch ist kein Ereignis dieses Typs geschehen.`,
};

export const OFF: typeof english.OFF = {
  bySomebody: (day) =>
    `Am ${day} bei BigCommerce abgeschaltet, wahrscheinlich von jemandem und nicht von BigCommerce, obwohl er hier gewünscht ist.`,
  byWhom: (day) => `Am ${day} bei BigCommerce abgeschaltet. Von wem, ist noch nicht bekannt.`,
  ownFault: (day, span) =>
    `Am ${day} von BigCommerce abgeschaltet, weil diese App ${span} keine Zustellungen annehmen konnte.`,
  quiet: (day, days) =>
    `Am ${day} von BigCommerce abgeschaltet, wahrscheinlich weil ${days} Tage lang kein Ereignis kam.`,
  perhapsFailed: (day) =>
    `Am ${day} von BigCommerce abgeschaltet, vielleicht weil Zustellungen 48 Stunden lang scheiterten, obwohl in dieser Zeit ein solches Ereignis ankam.`,
  failed: (day) =>
    `Am ${day} von BigCommerce abgeschaltet, wahrscheinlich weil Zustellungen 48 Stunden lang scheiterten.`,
  at: (time) => `um ${time}`,
  between: (from, to) => `zwischen ${from} und ${to}`,
};

const DEEDS: Readonly<Partial<Record<Remedy, { keeper: string; person: string }>>> = {
  turn_on: { keeper: "schaltet ihn wieder ein", person: "schalten Sie ihn selbst ein" },
  reregister: { keeper: "registriert ihn neu", person: "registrieren Sie ihn selbst neu" },
};
const deedOf = (remedy: Remedy) =>
  DEEDS[remedy] ?? { keeper: "bringt ihn wieder in Ordnung", person: "bringen Sie ihn selbst in Ordnung" };

export const HOLD: typeof english.HOLD = {
  tellingOnly: " Er wartet auf Sie, weil diese App nur melden soll.",
  spent: (remedy, times, until) =>
    ` Die App hat ihn binnen eines Tages ${times}-mal in Ordnung gebracht, und jedes Mal ging er wieder kaputt. Er bleibt so bis ${until}: Suchen Sie die Ursache, oder ${deedOf(remedy).person}.`,
  later: (remedy, time) => ` Die App ${deedOf(remedy).keeper}, frühestens um ${time}.`,
  ownFault: (remedy) => ` Die App ${deedOf(remedy).keeper}, sobald sie 10 Minuten lang gut gelaufen ist.`,
};

const FAULTS: Readonly<Partial<Record<Verdict, string>>> = {
  off_by_bigcommerce: "ist abgeschaltet",
  missing: "fehlt",
  wrong_address: "geht an eine andere Adresse",
  wrong_secret: "kommt ohne Secret",
  doubled: "kommt doppelt",
  overlaps_wildcard: "kommt doppelt",
  over_limit: "liegt über der Grenze von BigCommerce",
  blocked: "ist von BigCommerce pausiert",
  going_quiet: "ist seit Langem still",
};

export const STORE: typeof english.STORE = {
  nothingOn: "Nichts ist eingeschaltet, also kommen keine Ereignisse an.",
  asOf: (ago) => `Das ist der Stand ${ago}.`,
  noEvents: "Keine Ereignisse in den letzten 24 Stunden.",
  checkFailed: "Ereignisse kommen an, aber die letzte Prüfung ist gescheitert.",
  checking: "Ihre Webhooks werden mit BigCommerce verglichen.",
  refusing: "Die letzte Zustellung wurde abgelehnt, und seitdem ist kein Ereignis angekommen.",
  good: (all, ago) =>
    `${all === 1 ? "Ihr Webhook ist an" : `Alle ${all} Webhooks sind an`}; ${ago === null ? "noch kam kein Ereignis" : `das letzte Ereignis kam ${ago}`}.`,
  needsAccess: "Der Shop muss dieser App erneut zustimmen. Bis dahin bleiben die Webhooks, wie sie sind.",
  needy: (needy, all, named) => {
    const count =
      all === 1
        ? "Ihr Webhook braucht Sie"
        : `${needy} von ${all} ${needy === 1 ? "braucht" : "brauchen"} Sie`;
    const names = named.map(({ title, verdict }) => `„${title}“ ${FAULTS[verdict] ?? "braucht Zugang"}`);
    const more = needy - named.length;
    return `${count}: ${names.join(", ")}${more > 0 ? `, und ${more} weitere` : ""}.`;
  },
  justNow: "vor weniger als einer Minute",
};
