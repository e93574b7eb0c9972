import type * as english from "#lib/messages/en/rejections.ts";
import { wholeNumber } from "#lib/messages/format/time.ts";
import type { RejectionReason } from "#lib/contract/values/rejections.ts";
import { counted, plural } from "./plural.ts";

export const area = "rejections";

const SENT_AGAIN = "BigCommerce sendet jede bis zu 48 Stunden lang erneut.";

/** Why, of one and of several, and what helps. */
const REASONS: Readonly<Record<RejectionReason, { one: string; many: string; remedy: string }>> = {
  wrong_signature: {
    one: "ihre Signatur falsch war",
    many: "ihre Signatur falsch war",
    remedy:
      "Das Client-Secret der App weicht von dem im Developer Portal von BigCommerce ab, die Uhr des Servers geht mehr als fünf Minuten falsch, oder jemand anderes hat sie gesendet. Wer die App betreibt, sollte zuerst BIGCOMMERCE_CLIENT_SECRET mit dem Portal vergleichen.",
  },
  wrong_secret: {
    one: "ihr geheimer Header falsch war",
    many: "ihr geheimer Header falsch war",
    remedy:
      "Die Webhooks bei BigCommerce trugen ein anderes Secret als unseres. Ist das noch so, wählen Sie unter „Zu tun“ „Secret korrigieren“.",
  },
  no_proof: {
    one: "sie weder Signatur noch geheimen Header trug",
    many: "sie weder Signatur noch geheimen Header trugen",
    remedy:
      "Jemand anderes als BigCommerce hat sie gesendet, oder ein Proxy vor der App entfernt Header. Wenn Ereignisse fehlen, sollte der Betreiber der App nach dem Proxy sehen.",
  },
  signature_required: {
    one: "sie nicht signiert war",
    many: "sie nicht signiert waren",
    remedy:
      "Die App nimmt nur signierte Zustellungen an. Wer sie betreibt, kann mit REQUIRE_SIGNATURE=false auch den geheimen Header allein zulassen.",
  },
  too_large: {
    one: "sie größer als 256 KB war",
    many: "sie größer als 256 KB waren",
    remedy:
      "Die Zustellungen von BigCommerce sind viel kleiner; wahrscheinlich hat jemand anderes sie gesendet.",
  },
  unknown_encoding: {
    one: "ihr Inhalt so komprimiert war, dass diese App ihn nicht lesen kann",
    many: "ihr Inhalt so komprimiert war, dass diese App ihn nicht lesen kann",
    remedy:
      "BigCommerce komprimiert seine Zustellungen nicht. Also tut es ein Proxy vor der App, oder jemand anderes hat sie gesendet. Wer die App betreibt, sollte den Proxy prüfen.",
  },
  too_slow: {
    one: "sie länger als 10 Sekunden brauchte",
    many: "sie länger als 10 Sekunden brauchten",
    remedy: `Der Weg von BigCommerce zur App ist langsam, oder jemand anderes hat sie gesendet. ${SENT_AGAIN}`,
  },
  overloaded: {
    one: "mehr ankam, als die App annehmen konnte",
    many: "mehr ankamen, als die App annehmen konnte",
    remedy: SENT_AGAIN,
  },
  not_committed: {
    one: "sie nicht gespeichert werden konnte",
    many: "sie nicht gespeichert werden konnten",
    remedy: `Die Datenbank der App hat sie nicht angenommen. ${SENT_AGAIN} Wer die App betreibt, sollte /api/health ansehen.`,
  },
  malformed: {
    one: "sie kein gültiges HTTP war",
    many: "sie kein gültiges HTTP waren",
    remedy: "Etwas anderes als BigCommerce hat sie gesendet.",
  },
};

export const REJECTIONS: typeof english.REJECTIONS = {
  title: "Abgelehnte Zustellungen",
  sentence: (reason, count, locale) =>
    plural(
      count,
      `1 Zustellung wurde in den letzten 24 Stunden abgelehnt, weil ${REASONS[reason].one}.`,
      `${wholeNumber(count, locale)} Zustellungen wurden in den letzten 24 Stunden abgelehnt, weil ${REASONS[reason].many}.`,
    ),
  remedy: (reason) => REASONS[reason].remedy,
  last: "Zuletzt",
  like: (bytes, headers) => {
    const size = bytes === null ? [] : [counted(bytes, "Byte", "Bytes")];
    const names = headers.length === 0 ? [] : [`mit den Headern ${headers.join(", ")}`];
    return [...size, ...names].join(", ");
  },
};
