import type * as english from "#lib/messages/en/events.ts";
import { counted, plural } from "./plural.ts";

export const area = "events";

const events = (count: number) => counted(count, "Ereignis", "Ereignisse");

export const EVENTS: typeof english.EVENTS = {
  title: "Ereignisse",
  description: (days) =>
    days === undefined
      ? "Ereignisse aus Ihrem Shop."
      : `Ereignisse aus Ihrem Shop, ${plural(days, "einen Tag", `${days} Tage`)} lang aufbewahrt.`,
  live: "Live",
  paused: "Angehalten",
  connecting: "Verbindet",
  reconnecting: "Verbindet neu",
  pause: "Anhalten",
  resume: "Fortsetzen",
  keys: "Tastenkürzel",
  export: "Exportieren",

  filters: "Filter",
  search: "Ereignisse suchen",
  placeholder: "Name, E-Mail, Nummer oder Ereignis",
  eventTypes: (count) => (count === 0 ? "Ereignistypen: alle" : `Ereignistypen: ${count}`),
  chooseTypes: "Ereignistypen wählen",
  noTypes: "Kein Ereignistyp passt",
  group: "Gruppe",
  groups: {
    all: "Alle Gruppen",
    orders: "Bestellungen",
    shipments: "Sendungen",
    products: "Produkte",
    inventory: "Bestand und Standorte",
    categories: "Kategorien und Marken",
    customers: "Kunden und Abonnenten",
    carts: "Warenkörbe",
    "price-lists": "Preislisten",
    channels: "Kanäle und Storefronts",
    store: "Shop",
    b2b: "B2B",
  },
  proofFilter: "Nachweis",
  proofs: {
    all: "Jeder Nachweis",
    both: "Beide Nachweise",
    signature: "Nur Signatur",
    header: "Nur geheimer Header",
    keeper: "Von Keeper vermerkt",
  },
  result: "Ergebnis",
  results: {
    all: "Alle Ergebnisse",
    received: "Empfangen",
    flagged: "Auffällig",
    test: "Test",
    repeated: "Mehrmals angekommen",
    not_sent: "Nicht gesendet",
  },
  time: "Zeit",
  times: {
    "1h": "Letzte Stunde",
    "24h": "Letzte 24 Stunden",
    "7d": "Letzte 7 Tage",
    "30d": "Letzte 30 Tage",
    custom: "Eigener Zeitraum",
  },
  from: "Von",
  to: "Bis",
  apply: "Anwenden",
  wrongOrder: "Wählen Sie ein Ende nach dem Anfang",
  active: "Aktive Filter",
  searchChip: (text) => `„${text}“`,
  clear: "Filter entfernen",
  moreActions: "Weitere Aktionen",
  moreFilters: (active) => (active === 0 ? "Mehr Filter" : `Mehr Filter ${active}`),
  filtersButton: (active) => (active === 0 ? "Filter" : `Filter ${active}`),
  showEvents: "Ereignisse zeigen",
  lateChip: "Verspätet angekommen",

  shown: (count, hasOlder) => (hasOlder ? `Die neuesten ${count} Ereignisse` : events(count)),
  none: "Keine Ereignisse",
  showOlder: "Ältere Ereignisse zeigen",
  showingOlder: "Ältere Ereignisse werden geladen …",
  olderSlow: "Ältere Ereignisse laden länger als sonst. Die oben bleiben stehen.",
  allShown: "Das ist alles.",
  newEvents: (count, isFull) =>
    isFull ? `${count}+ neue Ereignisse` : counted(count, "neues Ereignis", "neue Ereignisse"),
  newWhilePaused: (count, isFull) => `Angehalten · ${count}${isFull ? "+" : ""} neu`,
  lateEvents: (text, count) =>
    plural(
      count,
      `${text} älteres Ereignis ist gerade angekommen`,
      `${text} ältere Ereignisse sind gerade angekommen`,
    ),
  viewLate: "Ansehen",
  list: "Ereignisprotokoll",
  columns: {
    select: "Auswählen",
    when: "Wann",
    event: "Ereignis",
    about: "Betrifft",
    arrivals: "Eingänge",
  },
  nowShown: (count, hasOlder, newest) =>
    `${events(count)}${hasOlder ? " und ältere" : ""}. Neuestes: ${newest}`,
  arrivals: (count) => `${count}-mal`,
  events,
  arrivedTimes: (count) => `${count}-mal angekommen`,
  later: (span) => `${span} später angekommen`,
  allAbout: (label) => `Alles zu ${label}`,

  slow: "Neue Ereignisse laden länger als sonst. Wir versuchen es weiter.",
  unreadable: "Diese Ereignisse laden länger als sonst.",
  timedOut: "Die Suche hat zu lange gedauert",
  timedOutText: "Wählen Sie einen kürzeren Zeitraum.",
  emptyTitle: "Noch keine Ereignisse",
  emptyText: "Ereignisse erscheinen hier Sekunden, nachdem sich in Ihrem Shop etwas geändert hat.",
  emptyFiltered: "Kein Ereignis passt zu diesen Filtern",
  emptyFilteredText: "Entfernen Sie einen Filter oder wählen Sie einen längeren Zeitraum.",
  filteredOut: (ago) =>
    `Ihr neuestes Ereignis (${ago}) passt nicht dazu. Entfernen Sie einen Filter oder wählen Sie einen längeren Zeitraum.`,
  nothingOn: "Nichts ist eingeschaltet",
  nothingOnText: "Wählen Sie die Ereignisse, die Sie empfangen möchten.",
  chooseEvents: "Ereignisse wählen",

  loadingEvent: "Ereignis",
  gone: "Dieses Ereignis ist nicht mehr im Verlauf",
  goneText: (days) =>
    days === undefined
      ? "Vielleicht ist es zu alt."
      : `Ereignisse werden ${counted(days, "Tag", "Tage")} aufbewahrt.`,
  viewAll: "Alle Ereignisse ansehen",
  eventSlow: "Dieses Ereignis lädt länger als sonst.",
  newerEvent: "Neueres Ereignis",
  olderEvent: "Älteres Ereignis",
  changes: "Was sich geändert hat",
  eventType: "Ereignistyp",
  happened: "Geschehen",
  happenedUntold: "Nicht angegeben",
  happenedUnreadable: (claim) => `Nicht lesbar: ${claim}`,
  happenedByClaim: (time) => `${time}, nach eigener Angabe`,
  receivedAt: "Empfangen",
  proof: "Nachweis",
  testProof: "Testereignis. Es zählt nicht in Ihren Summen.",
  hash: "Hash",
  size: "Größe",
  id: "ID",
  copyId: "Ereignis-ID kopieren",
  copyHash: "Hash kopieren",
  bytes: (count) => (count === "1" ? "1 Byte" : `${count} Bytes`),
  payload: "Payload",
  emptyPayload: "Dieses Ereignis kam ohne Payload.",
  headers: "Header",
  technical: "Technische Details",
  erase: "Daten löschen",
  print: "Ereignis drucken",
  timeline: "Zeitverlauf",
  stepHappened: "Im Shop geschehen",
  stepUntold: "Wann es geschah, ist nicht bekannt",
  stepArrived: "Angekommen",
  stepArrivedAfter: (span) => `${span} später angekommen`,
  stepRepeated: (count) => plural(count, "Noch einmal angekommen", `Noch ${count}-mal angekommen, zuletzt`),
  related: "Zusammenhang",
  relatedTo: (label) => `Neueste zu ${label}`,
  relatedNone: "Das ist das einzige Ereignis dazu.",
  relatedSlow: "Zusammenhängende Ereignisse laden länger als sonst.",
  shownNow: "wird gezeigt",
  overview: (span, arrivals, isTimeKnown) =>
    [
      isTimeKnown
        ? span === null
          ? "In weniger als einer Sekunde angekommen."
          : `${span} später angekommen.`
        : "Wir wissen nicht, wann das geschah.",
      ...(arrivals > 1
        ? [
            `BigCommerce hat es ${arrivals === 2 ? "zweimal" : `${arrivals}-mal`} gesendet; wir behalten eine Kopie.`,
          ]
        : []),
    ].join(" "),
  copyEvent: "Kopieren",
  copyAs: { json: "JSON", curl: "cURL", fixture: "Fixture" },
  copyAsNames: {
    json: "Als JSON kopieren",
    curl: "Als signierte Testanfrage kopieren",
    fixture: "Als Fixture kopieren",
  },
  copyHint: "Setzen Sie Ihr Client-Secret in den Befehl ein, bevor Sie ihn ausführen.",
  openInPanel: (label) => `${label} im Control Panel öffnen`,
};

export const resultBadge: typeof english.resultBadge = ({ flags, isTest }) => {
  if (flags.length > 0) return { label: "Auffällig", variant: "warning" };
  if (isTest) return { label: "Test", variant: "primary" };
  return { label: "Empfangen", variant: "secondary" };
};

export const DEMO_BADGE: typeof english.DEMO_BADGE = { label: "Demo", variant: "primary" };

export const PROOFS: typeof english.PROOFS = {
  signature: "Von BigCommerce signiert",
  header: "Kam mit dem geheimen Header dieses Shops",
  both: "Von BigCommerce signiert, und kam mit dem geheimen Header dieses Shops",
  keeper: "Keeper hat es selbst vermerkt",
};

export const FLAGS: typeof english.FLAGS = {
  unreadable: "Die Payload war nicht lesbar. Sie wird aufbewahrt, wie sie kam.",
  unknown_scope: "Dieser Ereignistyp steht nicht in der Liste der bekannten.",
  unknown_store: "Für einen unbekannten Shop gesendet.",
  uninstalled_store: "Es kam, nachdem die App aus diesem Shop entfernt wurde.",
  other_store: "Die Payload gehört zu einem anderen Shop.",
  time_in_other_form: "Die Zeit kam in ungewohnter Form. Wir konnten sie trotzdem lesen.",
  time_unknown: "Es sagt nicht, wann es geschah. Es steht dort, wo es ankam.",
  time_ahead: "Nach eigener Angabe geschah es, nachdem es ankam. Es steht dort, wo es ankam.",
  time_long_ago:
    "Nach eigener Angabe ist es älter als alles, was wir aufbewahren. Es steht dort, wo es ankam.",
};
