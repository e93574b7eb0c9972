import type * as english from "#lib/messages/en/server/alerts.ts";

const counted = (count: number, one: string, many: string) => (count === 1 ? `1 ${one}` : `${count} ${many}`);

export const CAUSES: typeof english.CAUSES = {
  off_by_bigcommerce: {
    alert: (count) => `${counted(count, "Webhook wurde", "Webhooks wurden")} bei BigCommerce ausgeschaltet`,
    recovery: "Bei BigCommerce ist kein Webhook mehr ausgeschaltet",
    help: "Sie bekommen diese Ereignisse nicht.",
  },
  missing: {
    alert: (count) => `${counted(count, "Webhook fehlt", "Webhooks fehlen")} bei BigCommerce`,
    recovery: "Bei BigCommerce fehlt kein Webhook mehr",
    help: "Sie bekommen diese Ereignisse nicht.",
  },
  wrong_address: {
    alert: (count) => `${counted(count, "Webhook geht", "Webhooks gehen")} an eine andere Adresse`,
    recovery: "Jeder Webhook geht wieder an die richtige Adresse",
    help: "Sie bekommen diese Ereignisse nicht.",
  },
  wrong_secret: {
    alert: (count) => `${counted(count, "Webhook hat", "Webhooks haben")} das falsche Secret`,
    recovery: "Jeder Webhook hat wieder das richtige Secret",
    help: "Wir lehnen diese Ereignisse ab, bis es behoben ist. BigCommerce sendet jedes bis zu 48 Stunden lang erneut.",
  },
  no_secret: {
    alert: (count) => `${counted(count, "Webhook sendet", "Webhooks senden")} das Secret des Shops nicht mit`,
    recovery: "Jeder Webhook sendet das Secret des Shops wieder mit",
    help: "Wir nehmen diese Ereignisse nur an, wenn sie signiert sind.",
  },
  doubled: {
    alert: (count) => `${counted(count, "Webhook gibt es", "Webhooks gibt es")} zweimal bei BigCommerce`,
    recovery: "Kein Webhook ist mehr zweimal bei BigCommerce",
    help: "Jedes Ereignis kommt mehrmals an.",
  },
  overlaps_wildcard: {
    alert: (count) => `${counted(count, "Ereignistyp kommt", "Ereignistypen kommen")} doppelt an`,
    recovery: "Kein Ereignistyp kommt mehr doppelt an",
    help: "Ein Webhook „Alle …“ enthält diese Ereignisse schon.",
  },
  over_limit: {
    alert: (count) =>
      `BigCommerce lehnt ${counted(count, "Webhook", "Webhooks")} ab: Es erlaubt 10 je Ereignistyp`,
    recovery: "BigCommerce lehnt keinen Webhook mehr wegen seiner Grenze ab",
    help: "Sie bekommen diese Ereignisse nicht. Entfernen Sie Webhooks dieses Ereignistyps, die niemand braucht.",
  },
  blocked: {
    alert: () => "BigCommerce hat Zustellungen pausiert, weil zu viele scheiterten",
    recovery: "BigCommerce stellt wieder zu",
    help: "Sie müssen nichts tun. BigCommerce sendet die wartenden Ereignisse meist nach der Pause.",
  },
  going_quiet: {
    alert: (count) => `Seit 75 Tagen kein Ereignis von ${counted(count, "Webhook", "Webhooks")}`,
    recovery: "Kein Webhook wird demnächst wegen Inaktivität ausgeschaltet",
    help: "BigCommerce schaltet Webhooks aus, die 90 Tage lang nichts senden.",
  },
  needs_reauthorisation: {
    alert: () => "Stimmen Sie der App erneut zu",
    recovery: "Der Shop hat der App wieder zugestimmt",
    help: "Öffnen Sie sie erneut und bestätigen Sie. Bis dahin können wir Webhooks weder prüfen noch reparieren.",
  },
  check_failed: {
    alert: () => "Wir können Ihre Webhooks nicht prüfen",
    recovery: "Wir können Ihre Webhooks wieder prüfen",
    help: "Wir können Webhooks gerade weder prüfen noch ändern.",
  },
  unreachable: {
    alert: () => "Wir konnten Ihre Webhooks seit 2 Stunden nicht prüfen",
    recovery: "Wir können Ihre Webhooks wieder prüfen",
    help: "Wir können Webhooks gerade weder prüfen noch ändern. Wir versuchen es weiter.",
  },
  refusing: {
    alert: () => "Wir konnten die letzten Ereignisse nicht annehmen, und seitdem ist keines angekommen",
    recovery: "Ereignisse kommen wieder an",
    help: "BigCommerce sendet jedes Ereignis bis zu 48 Stunden lang erneut. Dauert das an, wenden Sie sich an den Support.",
  },
  destination_ill: {
    alert: () => "Ein Ziel nimmt keine Ereignisse an",
    named: (who, count) => `${who} ${count === 1 ? "nimmt" : "nehmen"} keine Ereignisse an`,
    recovery: "Alle Ziele nehmen wieder Ereignisse an",
    help: "Die Ereignisse warten, bis das Ziel antwortet, und wir versuchen es weiter.",
  },
  destination_retrying: {
    alert: () => "Ein Ziel nimmt gerade keine Ereignisse an",
    recovery: "Alle Ziele nehmen wieder Ereignisse an",
    help: "Die Ereignisse warten, und wir versuchen es weiter.",
  },
  destination_off: {
    alert: () => "Wir haben ein Ziel ausgeschaltet",
    named: (who) => `Wir haben ${who} ausgeschaltet`,
    recovery: "Kein Ziel ist mehr wegen eines Fehlers ausgeschaltet",
    help: "Seine Ereignisse bleiben erhalten. Beheben Sie die Ursache und schalten Sie das Ziel wieder ein.",
  },
  deliveries_failed: {
    alert: () => "Ereignisse haben ein Ziel nicht erreicht",
    named: (who) => `Ereignisse haben ${who} nicht erreicht`,
    recovery: "Kein Ereignis ist mehr übrig, das sein Ziel nicht erreicht hat",
    help: "Wir versuchen es nicht mehr. Senden Sie die Ereignisse noch einmal oder überspringen Sie sie.",
  },
};

export const MESSAGE: typeof english.MESSAGE = {
  test: "Das ist ein Test: Warnungen dieses Shops kommen hier an.",
  still: (sentence) => `Immer noch: ${sentence}`,
  more: (count) => `und ${count} weitere`,
  open: "App öffnen",
  reason: (store) =>
    `Sie erhalten dies, weil diese Adresse in den Einstellungen der Warnungen von ${store} in Webhook Keeper steht.`,
};

export const RECENT: typeof english.RECENT = {
  fixed: (count, at) => `Keeper hat ${at} ${counted(count, "Webhook", "Webhooks")} repariert.`,
  mayMiss: (from, to) => `Ereignisse zwischen ${from} und ${to} fehlen vielleicht.`,
  refused: (count, span) =>
    `${counted(count, "Ereignis konnte", "Ereignisse konnten")} ${span} nicht angenommen werden.`,
  arriveAgain: "Ereignisse kommen wieder an.",
  resent: "BigCommerce sendet jedes abgelehnte bis zu 48 Stunden lang erneut.",
  at: (time) => `um ${time}`,
  between: (from, to) => `zwischen ${from} und ${to}`,
};
