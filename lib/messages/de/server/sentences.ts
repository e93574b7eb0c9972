import { isAlertCause } from "#lib/contract/values/alerts.ts";
import { CAUSE_NAMES } from "#lib/messages/de/alerts.ts";
import { counted } from "#lib/messages/de/plural.ts";
import { THINGS } from "#lib/messages/de/privacy.ts";
import type * as english from "#lib/messages/en/server/sentences.ts";
import { nameIn } from "#lib/messages/format/name-in.ts";
import { CAUSES } from "./alerts.ts";
import { DESTINATION_FIELDS } from "./destinations.ts";

const events = (count: number) => counted(count, "Ereignis", "Ereignisse");
const thing = (type: string) => nameIn(THINGS, type);
const causeName = (cause: string) => `„${nameIn(CAUSE_NAMES, cause)}“`;

export const SENTENCES: typeof english.SENTENCES = {
  hook_missing: () => "Bei BigCommerce nicht vorhanden.",
  hook_elsewhere: () => "An eine andere Adresse gesendet.",
  hook_without_secret: () => "Falsches oder fehlendes Secret.",
  hook_off: () => "Bei BigCommerce ausgeschaltet.",
  hook_doubled: () => "Doppelt vorhanden.",
  hook_brings_doubles: () => "Dieser Webhook bringt Ereignisse doppelt, die einzeln eingeschaltet sind.",
  hook_unwanted: () => "Er wurde hier ausgeschaltet.",
  hook_of_others: () => "Er gehört zu einer anderen Installation von Keeper.",
  hook_quiet: ({ days }) =>
    `Ohne Ereignis seit ${counted(days, "Tag", "Tagen")} wird er erneuert, bevor BigCommerce ihn abschaltet.`,
  secret_renewed: () => "Das Webhook-Secret dieses Shops wurde erneuert.",
  secret_everywhere: ({ hours }) =>
    `Jeder Webhook trägt das neue Secret seit ${counted(hours, "Stunde", "Stunden")}.`,
  secret_time_over: ({ days, hooks }) =>
    `${counted(days, "Tag ist", "Tage sind")} um. Webhooks, die noch das alte Secret tragen: ${hooks}.`,
  exceptions_wanted: () => "Der Betreiber von Keeper möchte von gescheiterten Zustellungen erfahren.",
  exceptions_astray: () => "Er erreichte Keeper nicht wie vereinbart.",
  exceptions_unwanted: () => "Der Betreiber von Keeper braucht ihn nicht mehr.",
  starter_set: () => "Damit beginnt ein neuer Shop.",
  wish_refused: () => "BigCommerce hat es nicht ausgeführt, daher ist es, wie es vorher war.",
  grant_without_scopes: () =>
    "BigCommerce sagte nicht, was der Shop gewährt. Die App geht davon aus, dass gewährt ist, worum sie bat.",
  grant_without_owner: () =>
    "BigCommerce sagte nicht, wem der Shop gehört. Die App weiß es, sobald der Inhaber sie öffnet.",
  grant_without_account: () => "BigCommerce sagte nicht, zu welchem Konto der Shop gehört.",
  grant_without_email: () =>
    "BigCommerce sagte nicht die E-Mail-Adresse der Person, die die App installiert hat.",
  access_withdrawn: () => "BigCommerce sagte, dass diese Person keinen Zugang mehr hat.",
  store_removed: ({ days }) => `Die App wurde vor ${counted(days, "Tag", "Tagen")} entfernt.`,
  data_erased: ({ type, events: ofEvents, states }) => {
    const amounts = [
      ...(ofEvents > 0 ? [events(ofEvents)] : []),
      ...(states > 0 ? [counted(states, "bekannter Stand", "bekannte Stände")] : []),
    ];
    return `Gelöscht (${thing(type)}): ${amounts.join(" und ") || "nichts"}.`;
  },
  data_came_again: ({ type, events: again }) =>
    `BigCommerce hat ${counted(again, "gelöschtes Ereignis", "gelöschte Ereignisse")} noch einmal gesendet (${thing(type)}).`,
  destination_gone: () => "Es hat geantwortet, dass es keine Ereignisse mehr will.",
  destination_unanswered: () => "Es hat fünf Tage lang nichts angenommen.",
  destination_refused: () => "An seine Adresse können wir nicht senden.",
  destination_fields: ({ fields }) => {
    const listed = fields.map((field) => nameIn(DESTINATION_FIELDS, field)).join(", ");
    return `Geändert: ${listed}.`;
  },
  key_overlap: ({ hours }) =>
    hours === 0
      ? "Der vorherige Schlüssel endete sofort."
      : `Der vorherige Schlüssel signiert noch ${counted(hours, "Stunde", "Stunden")} lang.`,
  resumed_from_position: () => "Es macht weiter, wo es aufgehört hat.",
  resumed_from_now: () => "Es macht mit neuen Ereignissen weiter.",
  deliveries: ({ events: count }) => `${events(count)}.`,
  alert: ({ cause, count }) => (isAlertCause(cause) ? CAUSES[cause].alert(count) : cause),
  told: ({ recipients, mutedCauses }) => {
    const muted = mutedCauses.length === 0 ? "" : `; nicht über ${mutedCauses.map(causeName).join(", ")}`;
    return `${recipients.join(", ") || "niemand"}${muted}`;
  },
};

export const UNKNOWN_SENTENCE: typeof english.UNKNOWN_SENTENCE = (code) =>
  `Eine neuere Version von Keeper hat vermerkt: ${code}.`;
