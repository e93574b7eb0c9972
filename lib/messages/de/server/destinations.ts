import type * as english from "#lib/messages/en/server/destinations.ts";

export const DESTINATION_PROBLEMS: typeof english.DESTINATION_PROBLEMS = {
  NOT_AN_ADDRESS: {
    title: "Prüfen Sie die Adresse",
    detail: "Das ist keine Adresse. Geben Sie eine ein, die mit https:// beginnt.",
  },
  HAS_PASSWORD: {
    title: "Prüfen Sie die Adresse",
    detail: "Die Adresse enthält ein Passwort. Entfernen Sie es und nutzen Sie stattdessen einen Header.",
  },
  OWN_ADDRESS: {
    title: "Prüfen Sie die Adresse",
    detail: "Das ist die Adresse von Keeper selbst. Geben Sie die Adresse eines anderen Systems ein.",
  },
  LITERAL_ADDRESS: {
    title: "Prüfen Sie die Adresse",
    detail: "Die Adresse ist eine Zahl. Geben Sie einen Namen ein, zum Beispiel hooks.example.com.",
  },
  PRIVATE_ADDRESS: {
    title: "Prüfen Sie die Adresse",
    detail: "An diese Adresse können wir nicht senden, weil sie nicht im öffentlichen Internet liegt.",
  },
  NOT_HTTPS: {
    title: "Prüfen Sie die Adresse",
    detail: "Geben Sie eine Adresse ein, die mit https:// beginnt.",
  },
  PORT_NOT_ALLOWED: {
    title: "Prüfen Sie die Adresse",
    detail: "An diesen Port senden wir nicht. Nehmen Sie eine Adresse ohne Port.",
  },
  TOKEN_ADDRESS_REFUSED: {
    title: "Prüfen Sie die Adresse für Tokens",
    detail:
      "An dieser Adresse können wir kein Token holen. Geben Sie eine öffentliche ein, die mit https:// beginnt.",
  },
  KEY_INVALID: {
    title: "Prüfen Sie den Schlüssel",
    detail:
      "Geben Sie einen Schlüssel ein, der mit whsec_ beginnt, bei einem Schlüsselpaar mit whsk_. Haben Sie keinen, lassen Sie das Feld leer; dann erzeugen wir einen.",
  },
  DESTINATION_MADE_BEFORE: {
    title: "Dieses Ziel wurde schon hinzugefügt",
    detail: "Wir haben es vor einem Moment hinzugefügt. Sie finden es unter „Ziele“.",
  },
  TEMPLATE_MISSING: {
    title: "Geben Sie eine Vorlage ein",
    detail: "Als Inhalt ist eine Vorlage gewählt. Geben Sie eine ein oder wählen Sie einen anderen Inhalt.",
  },
  TEMPLATE_WRONG: {
    title: "Prüfen Sie die Vorlage",
    detail: "Wir können diese Vorlage nicht lesen. Prüfen Sie Klammern und Anführungszeichen.",
  },
  HEADERS_REFUSED: {
    title: "Prüfen Sie die Header",
    detail:
      "Einen dieser Header können wir nicht senden. Lassen Sie Namen wie Host, Cookie, Content-Type und Webhook-Id weg, und bleiben Sie insgesamt unter 4 KB.",
  },
  FILTER_REFUSED: {
    title: "Prüfen Sie den Filter",
    detail:
      "Wir können diesen Filter nicht verwenden. Lassen Sie $regex und $where weg und halten Sie ihn kurz.",
  },
  NOT_A_SLACK_WEBHOOK: {
    title: "Prüfen Sie die Adresse",
    detail:
      "Das ist eine Seite in Slack. Geben Sie die Adresse eines eingehenden Webhooks ein, die mit https://hooks.slack.com/services/ beginnt.",
  },
  NOT_A_TEAMS_WORKFLOW: {
    title: "Prüfen Sie die Adresse",
    detail:
      "Das ist nicht die Adresse eines Workflows. Fügen Sie in Teams den Workflow hinzu, der bei einer Webhook-Anfrage postet, und geben Sie seine URL ein.",
  },
  NOT_A_QUEUE: {
    title: "Prüfen Sie die Adresse",
    detail:
      "Geben Sie die URL einer Warteschlange von Amazon SQS ein, zum Beispiel https://sqs.eu-west-1.amazonaws.com/123456789012/orders.",
  },
  NOT_A_TOPIC: {
    title: "Prüfen Sie die Adresse",
    detail:
      "Geben Sie den ARN eines Themas von Amazon SNS ein, zum Beispiel arn:aws:sns:eu-west-1:123456789012:orders.",
  },
  NOT_AN_EVENT_BUS: {
    title: "Prüfen Sie die Adresse",
    detail:
      "Geben Sie den ARN eines Ereignisbusses von Amazon EventBridge ein, zum Beispiel arn:aws:events:eu-west-1:123456789012:event-bus/default.",
  },
  NOT_A_PUBSUB_TOPIC: {
    title: "Prüfen Sie die Adresse",
    detail:
      "Geben Sie den Namen eines Themas von Google Pub/Sub ein, zum Beispiel projects/my-project/topics/orders.",
  },
  SERVICE_ACCOUNT_WRONG: {
    title: "Prüfen Sie die Schlüsseldatei",
    detail:
      "Fügen Sie die ganze Schlüsseldatei eines Dienstkontos ein. Sie ist JSON, und Google lädt sie einmal herunter.",
  },
  NOT_AN_EMAIL: {
    title: "Prüfen Sie die Adresse",
    detail: "Geben Sie eine E-Mail-Adresse ein, zum Beispiel ana@example.com.",
  },
  NOT_A_MEMBER: {
    title: "Prüfen Sie die Adresse",
    detail:
      "Wir senden E-Mails nur an Personen, die Zugang zu diesem Shop haben und Webhook Keeper geöffnet haben. Bitten Sie diese Person, die App einmal zu öffnen.",
  },
  MAIL_NOT_SET_UP: {
    title: "E-Mail ist nicht eingerichtet",
    detail: "Der Betreiber von Webhook Keeper muss zuerst einen Mailserver einrichten.",
  },
  SIGN_IN_UNFIT: {
    title: "Geben Sie die Schlüssel ein",
    detail:
      "Diese Art von Ziel hat eine eigene Anmeldung. Geben Sie die Schlüssel ein, die Sie vom Anbieter haben.",
  },
  AWS_KEY_WRONG: {
    title: "Prüfen Sie den Zugriffsschlüssel",
    detail:
      "Geben Sie den Zugriffsschlüssel eines IAM-Benutzers ein: eine ID, die mit AKIA beginnt, und ihr Geheimnis. Zeitweilige Schlüssel enden zu früh.",
  },
  ENDPOINT_REFUSED: {
    title: "Prüfen Sie den Endpunkt",
    detail:
      "An diesen Endpunkt können wir nicht senden. Geben Sie einen öffentlichen ein, der mit https:// beginnt, oder lassen Sie das Feld leer.",
  },
  HEADERS_UNFIT: {
    title: "Entfernen Sie die Header",
    detail: "Diese Art von Ziel bekommt keine eigenen Header.",
  },
  DESTINATION_OFF: {
    title: "Das Ziel ist ausgeschaltet",
    detail: "Schalten Sie das Ziel ein. Dann senden wir seine Ereignisse.",
  },
  TOO_MANY_DESTINATIONS: {
    title: "Sie haben so viele Ziele, wie hineinpassen",
    detail: "Entfernen Sie ein Ziel, das Sie nicht mehr brauchen, und fügen Sie dann dieses hinzu.",
  },
};

export const DESTINATION_FIELDS: typeof english.DESTINATION_FIELDS = {
  name: "Name",
  url: "Adresse",
  auth: "Anmeldung",
  headers: "Header",
  eventTypes: "Ereignistypen",
  filter: "Filter",
  payload: "Inhalt",
  template: "Vorlage",
  signing: "Signatur",
  order: "Reihenfolge",
  isLatestOnly: "nur das Neueste",
  concurrency: "gleichzeitige Anfragen",
  ratePerSecond: "Ratenbegrenzung",
  schedule: "weitere Versuche",
  answerSeconds: "Zeit zum Antworten",
  sendsPersonal: "Kundendaten",
  takesSourceEvents: "Ereignisse von Keeper",
};

export const EMAIL: typeof english.EMAIL = {
  test: (title) => `Probe: ${title}`,
  reason: (name, perHour) =>
    `Sie bekommen das, weil der Inhaber Ihres Shops in Webhook Keeper das Ziel „${name}“ hinzugefügt hat. Es sendet höchstens ${perHour} E-Mails in der Stunde.`,
};
