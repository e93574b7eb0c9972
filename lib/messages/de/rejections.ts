import type * as english from "#lib/messages/en/rejections.ts";
import { wholeNumber } from "#lib/messages/format/time.ts";
import type { RejectionReason } from "#lib/contract/values/rejections.ts";
import { counted, plural } from "./plural.ts";

export const area = "rejections";

const SENT_AGAIN = "BigCommerce sendet sie bis zu 48 Stunden lang erneut.";

/** Why, of one and of several, and what helps. */
const REASONS: Readonly<Record<RejectionReason, { one: string; many: string; remedy: string }>> = {
  wrong_signature: {
    one: "ihre Signatur falsch war",
    many: "ihre Signatur falsch war",
    remedy:
      "Das Client-Secret von Keeper weicht von dem im Developer Portal ab, die Uhr des Servers geht mehr als fünf Minuten falsch, oder jemand anderes hat sie gesendet. Vergleichen Sie zuerst BIGCOMMERCE_CLIENT_SECRET mit dem Portal.",
  },
  wrong_secret: {
    one: "ihr geheimer Header falsch war",
    many: "ihr geheimer Header falsch war",
    remedy:
      "Die Webhooks bei BigCommerce trugen ein anderes Secret als unseres. Ist das noch so, wählen Sie unter „Zu tun“ „Secret korrigieren“.",
  },
  no_proof: {
    one: "sie weder Signatur noch geheimen Header hatte",
    many: "sie weder Signatur noch geheimen Header hatten",
    remedy:
      "Jemand anderes als BigCommerce hat sie gesendet, oder ein Proxy vor Keeper entfernt Header. Wenn Ereignisse fehlen, prüfen Sie den Proxy.",
  },
  signature_required: {
    one: "sie nicht signiert war",
    many: "sie nicht signiert waren",
    remedy:
      "Keeper nimmt nur signierte Zustellungen an. REQUIRE_SIGNATURE=false lässt auch den geheimen Header allein zu.",
  },
  too_large: {
    one: "sie größer als 256 KB war",
    many: "sie größer als 256 KB waren",
    remedy:
      "Die Zustellungen von BigCommerce sind viel kleiner; wahrscheinlich hat jemand anderes sie gesendet.",
  },
  unknown_encoding: {
    one: "ihr Inhalt so komprimiert war, dass wir ihn nicht lesen können",
    many: "ihr Inhalt so komprimiert war, dass wir ihn nicht lesen können",
    remedy:
      "BigCommerce komprimiert seine Zustellungen nicht. Also tut es ein Proxy vor Keeper, oder jemand anderes hat sie gesendet. Prüfen Sie den Proxy.",
  },
  too_slow: {
    one: "sie länger als 10 Sekunden brauchte",
    many: "sie länger als 10 Sekunden brauchten",
    remedy: `Die Verbindung von BigCommerce zu Keeper ist langsam, oder jemand anderes hat sie gesendet. ${SENT_AGAIN}`,
  },
  overloaded: {
    one: "mehr ankam, als wir annehmen konnten",
    many: "mehr ankamen, als wir annehmen konnten",
    remedy: SENT_AGAIN,
  },
  not_committed: {
    one: "wir sie nicht speichern konnten",
    many: "wir sie nicht speichern konnten",
    remedy: `Die Datenbank von Keeper hat sie nicht angenommen. ${SENT_AGAIN} Prüfen Sie /api/health.`,
  },
  malformed: {
    one: "sie keine gültige Web-Anfrage war",
    many: "sie keine gültigen Web-Anfragen waren",
    remedy: "Etwas anderes als BigCommerce hat sie gesendet.",
  },
};

export const REJECTIONS: typeof english.REJECTIONS = {
  title: "Abgelehnte Zustellungen",
  sentence: (reason, count, locale) =>
    plural(
      count,
      `Wir haben in den letzten 24 Stunden 1 Zustellung abgelehnt, weil ${REASONS[reason].one}.`,
      `Wir haben in den letzten 24 Stunden ${wholeNumber(count, locale)} Zustellungen abgelehnt, weil ${REASONS[reason].many}.`,
    ),
  remedy: (reason) => REASONS[reason].remedy,
  last: "Zuletzt",
  like: (bytes, headers) => {
    const size = bytes === null ? [] : [counted(bytes, "Byte", "Bytes")];
    const names = headers.length === 0 ? [] : [`mit den Headern ${headers.join(", ")}`];
    return [...size, ...names].join(", ");
  },
};
