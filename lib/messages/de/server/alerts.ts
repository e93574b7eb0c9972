import type * as english from "#lib/messages/en/server/alerts.ts";

const counted = (count: number, one: string, many: string) => (count === 1 ? `1 ${one}` : `${count} ${many}`);

export const CAUSES: typeof english.CAUSES = {
  off_by_bigcommerce: {
    alert: (count) => `BigCommerce hat ${counted(count, "Webhook", "Webhooks")} abgeschaltet.`,
    recovery: "Kein Webhook ist mehr von BigCommerce abgeschaltet.",
    help: "Diese Ereignisse kommen nicht an, und die App schaltet das nicht von selbst ein. Öffnen Sie dazu „Webhooks“.",
  },
  missing: {
    alert: (count) => `Bei BigCommerce ${counted(count, "Webhook fehlt", "Webhooks fehlen")}.`,
    recovery: "Bei BigCommerce fehlt kein Webhook mehr.",
    help: "Diese Ereignisse kommen nicht an. Öffnen Sie „Webhooks“, um neu zu registrieren oder zu sehen, warum BigCommerce ablehnt.",
  },
  wrong_address: {
    alert: (count) => `${counted(count, "Webhook stellt", "Webhooks stellen")} an eine andere Adresse zu.`,
    recovery: "Jeder Webhook stellt wieder an die richtige Adresse zu.",
    help: "Diese Ereignisse gehen anderswohin. Öffnen Sie „Webhooks“, um sie hierher senden zu lassen.",
  },
  wrong_secret: {
    alert: (count) => `${counted(count, "Webhook kommt", "Webhooks kommen")} ohne das vereinbarte Secret.`,
    recovery: "Jeder Webhook kommt wieder mit seinem Secret.",
    help: "Öffnen Sie „Webhooks“, um das zu reparieren.",
  },
  doubled: {
    alert: (count) => `${counted(count, "Webhook gibt es", "Webhooks gibt es")} zweimal bei BigCommerce.`,
    recovery: "Kein Webhook ist mehr zweimal bei BigCommerce.",
    help: "Jedes Ereignis kommt mehrmals an. Öffnen Sie „Webhooks“, um den doppelten zu entfernen.",
  },
  over_limit: {
    alert: (count) =>
      `BigCommerce lehnt ${counted(count, "Webhook", "Webhooks")} ab: Es erlaubt 10 je Ereignistyp.`,
    recovery: "BigCommerce lehnt keinen Webhook mehr wegen seiner Grenze ab.",
    help: "Diese Ereignisse kommen nicht an. Entfernen Sie Webhooks dieses Ereignistyps, die niemand braucht.",
  },
  blocked: {
    alert: (count) =>
      `BigCommerce pausiert Zustellungen von ${counted(count, "Webhook", "Webhooks")}, weil zu viele scheiterten.`,
    recovery: "BigCommerce stellt wieder zu.",
    help: "Nichts geht verloren: BigCommerce sendet diese Ereignisse, wenn die Pause vorbei ist.",
  },
  going_quiet: {
    alert: (count) => `Seit 75 Tagen kein Ereignis von ${counted(count, "Webhook", "Webhooks")}.`,
    recovery: "Kein Webhook wird demnächst wegen Stille abgeschaltet.",
    help: "BigCommerce schaltet ab, was 90 Tage lang kein Ereignis bringt. Öffnen Sie „Webhooks“, um ihn zu erneuern oder auszuschalten.",
  },
  needs_reauthorisation: {
    alert: () => "Der Shop muss dieser App erneut zustimmen.",
    recovery: "Der Shop hat dieser App wieder zugestimmt.",
    help: "Öffnen Sie die App aus dem Menü „Apps“ und bestätigen Sie. Bis dahin bleiben die Webhooks, wie sie sind.",
  },
  unreachable: {
    alert: () => "BigCommerce antwortet seit zwei Stunden nicht.",
    recovery: "BigCommerce antwortet wieder.",
    help: "Ereignisse kommen weiter an, aber Webhooks können weder geprüft noch geändert werden. Die App versucht es weiter.",
  },
  refusing: {
    alert: () => "Zustellungen werden abgelehnt, und seitdem ist kein Ereignis angekommen.",
    recovery: "Ereignisse kommen wieder an.",
    help: "Die Übersicht sagt, warum sie abgelehnt werden und was hilft.",
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
