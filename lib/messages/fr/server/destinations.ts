import type * as english from "#lib/messages/en/server/destinations.ts";

export const DESTINATION_PROBLEMS: typeof english.DESTINATION_PROBLEMS = {
  NOT_AN_ADDRESS: {
    title: "Vérifiez l’adresse",
    detail: "Ce n’est pas une adresse. Saisissez-en une qui commence par https://.",
  },
  HAS_PASSWORD: {
    title: "Vérifiez l’adresse",
    detail: "L’adresse contient un mot de passe. Retirez-le et utilisez plutôt un en-tête.",
  },
  OWN_ADDRESS: {
    title: "Vérifiez l’adresse",
    detail: "C’est l’adresse de Keeper. Saisissez l’adresse d’un autre système.",
  },
  LITERAL_ADDRESS: {
    title: "Vérifiez l’adresse",
    detail: "L’adresse est un nombre. Saisissez un nom, par exemple hooks.example.com.",
  },
  PRIVATE_ADDRESS: {
    title: "Vérifiez l’adresse",
    detail: "Nous ne pouvons rien envoyer à cette adresse, car elle n’est pas sur l’Internet public.",
  },
  NOT_HTTPS: { title: "Vérifiez l’adresse", detail: "Saisissez une adresse qui commence par https://." },
  PORT_NOT_ALLOWED: {
    title: "Vérifiez l’adresse",
    detail: "Nous n’envoyons rien à ce port. Utilisez une adresse sans port.",
  },
  TOKEN_ADDRESS_REFUSED: {
    title: "Vérifiez l’adresse des jetons",
    detail:
      "Nous ne pouvons pas demander de jeton à cette adresse. Saisissez une adresse publique qui commence par https://.",
  },
  KEY_INVALID: {
    title: "Vérifiez la clé",
    detail:
      "Saisissez une clé qui commence par whsec_, ou par whsk_ pour une paire de clés. Si vous n’en avez pas, laissez le champ vide et nous en créons une.",
  },
  DESTINATION_MADE_BEFORE: {
    title: "Cette destination a déjà été ajoutée",
    detail: "Nous l’avons ajoutée il y a un instant. Vous la trouverez sous « Destinations ».",
  },
  TEMPLATE_MISSING: {
    title: "Saisissez un modèle",
    detail: "Vous avez choisi un modèle comme contenu. Saisissez-le ou choisissez un autre contenu.",
  },
  TEMPLATE_WRONG: {
    title: "Vérifiez le modèle",
    detail: "Nous ne pouvons pas lire ce modèle. Vérifiez les parenthèses et les guillemets.",
  },
  HEADERS_REFUSED: {
    title: "Vérifiez les en-têtes",
    detail:
      "Nous ne pouvons pas envoyer l’un de ces en-têtes. Évitez les noms tels que Host, Cookie, Content-Type et Webhook-Id, et restez sous 4 Ko au total.",
  },
  FILTER_REFUSED: {
    title: "Vérifiez le filtre",
    detail: "Nous ne pouvons pas utiliser ce filtre. Retirez $regex et $where, et gardez-le court.",
  },
  NOT_A_SLACK_WEBHOOK: {
    title: "Vérifiez l’adresse",
    detail:
      "C’est une page de Slack. Saisissez l’adresse d’un webhook entrant, qui commence par https://hooks.slack.com/services/.",
  },
  NOT_A_TEAMS_WORKFLOW: {
    title: "Vérifiez l’adresse",
    detail:
      "Ce n’est pas l’adresse d’un flux de travail. Dans Teams, ajoutez le flux qui publie à la réception d’une requête webhook, et saisissez son URL.",
  },
  NOT_A_QUEUE: {
    title: "Vérifiez l’adresse",
    detail:
      "Saisissez l’URL d’une file d’attente Amazon SQS, par exemple https://sqs.eu-west-1.amazonaws.com/123456789012/orders.",
  },
  NOT_A_TOPIC: {
    title: "Vérifiez l’adresse",
    detail: "Saisissez l’ARN d’un sujet Amazon SNS, par exemple arn:aws:sns:eu-west-1:123456789012:orders.",
  },
  NOT_AN_EVENT_BUS: {
    title: "Vérifiez l’adresse",
    detail:
      "Saisissez l’ARN d’un bus d’événements Amazon EventBridge, par exemple arn:aws:events:eu-west-1:123456789012:event-bus/default.",
  },
  NOT_A_PUBSUB_TOPIC: {
    title: "Vérifiez l’adresse",
    detail: "Saisissez le nom d’un sujet Google Pub/Sub, par exemple projects/my-project/topics/orders.",
  },
  SERVICE_ACCOUNT_WRONG: {
    title: "Vérifiez le fichier de clé",
    detail:
      "Collez tout le fichier de clé d’un compte de service. C’est du JSON, que Google ne télécharge qu’une fois.",
  },
  NOT_AN_EMAIL: {
    title: "Vérifiez l’adresse",
    detail: "Saisissez une adresse e-mail, par exemple ana@example.com.",
  },
  NOT_A_MEMBER: {
    title: "Vérifiez l’adresse",
    detail:
      "Nous n’envoyons d’e-mails qu’aux personnes qui ont accès à cette boutique et ont ouvert Webhook Keeper. Demandez à cette personne d’ouvrir l’application une fois.",
  },
  MAIL_NOT_SET_UP: {
    title: "L’e-mail n’est pas configuré",
    detail: "La personne qui gère Webhook Keeper doit d’abord configurer un serveur de messagerie.",
  },
  SIGN_IN_UNFIT: {
    title: "Saisissez les clés",
    detail:
      "Ce type de destination a sa propre authentification. Saisissez les clés que son fournisseur vous a données.",
  },
  AWS_KEY_WRONG: {
    title: "Vérifiez la clé d’accès",
    detail:
      "Saisissez la clé d’accès d’un utilisateur IAM : un identifiant qui commence par AKIA, et son secret. Les clés temporaires expirent trop tôt.",
  },
  ENDPOINT_REFUSED: {
    title: "Vérifiez le point de terminaison",
    detail:
      "Nous ne pouvons rien envoyer à ce point de terminaison. Saisissez-en un public qui commence par https://, ou laissez le champ vide.",
  },
  HEADERS_UNFIT: {
    title: "Retirez les en-têtes",
    detail: "Ce type de destination ne reçoit aucun en-tête de votre part.",
  },
  DESTINATION_OFF: {
    title: "La destination est désactivée",
    detail: "Activez la destination. Nous enverrons alors ses événements.",
  },
  TOO_MANY_DESTINATIONS: {
    title: "Vous avez autant de destinations que possible",
    detail: "Supprimez une destination que vous n’utilisez plus, puis ajoutez celle-ci.",
  },
};

export const DESTINATION_FIELDS: typeof english.DESTINATION_FIELDS = {
  name: "nom",
  url: "adresse",
  auth: "authentification",
  headers: "en-têtes",
  eventTypes: "types d’événements",
  filter: "filtre",
  payload: "contenu",
  template: "modèle",
  signing: "mode de signature",
  order: "ordre",
  isLatestOnly: "uniquement le plus récent",
  concurrency: "requêtes simultanées",
  ratePerSecond: "limite de débit",
  schedule: "nouvelles tentatives",
  answerSeconds: "délai de réponse",
  sendsPersonal: "données des clients",
  takesSourceEvents: "événements de Keeper",
};

export const EMAIL: typeof english.EMAIL = {
  test: (title) => `Essai : ${title}`,
  reason: (name, perHour) =>
    `Vous recevez ceci parce que le propriétaire de votre boutique a ajouté la destination « ${name} » dans Webhook Keeper. Elle envoie ${perHour} e-mails par heure au plus.`,
};
