import type * as english from "#lib/messages/en/server/destinations.ts";

export const DESTINATION_PROBLEMS: typeof english.DESTINATION_PROBLEMS = {
  NOT_AN_ADDRESS: {
    title: "Revise la dirección",
    detail: "Esto no es una dirección. Introduzca una que empiece por https://.",
  },
  HAS_PASSWORD: {
    title: "Revise la dirección",
    detail: "La dirección contiene una contraseña. Quítela y use un encabezado en su lugar.",
  },
  OWN_ADDRESS: {
    title: "Revise la dirección",
    detail: "Es la dirección del propio Keeper. Introduzca la dirección de otro sistema.",
  },
  LITERAL_ADDRESS: {
    title: "Revise la dirección",
    detail: "La dirección es un número. Introduzca un nombre, por ejemplo hooks.example.com.",
  },
  PRIVATE_ADDRESS: {
    title: "Revise la dirección",
    detail: "No podemos enviar nada a esta dirección porque no está en la internet pública.",
  },
  NOT_HTTPS: { title: "Revise la dirección", detail: "Introduzca una dirección que empiece por https://." },
  PORT_NOT_ALLOWED: {
    title: "Revise la dirección",
    detail: "No enviamos nada a este puerto. Use una dirección sin puerto.",
  },
  TOKEN_ADDRESS_REFUSED: {
    title: "Revise la dirección de los tokens",
    detail: "No podemos pedir un token en esta dirección. Introduzca una pública que empiece por https://.",
  },
  KEY_INVALID: {
    title: "Revise la clave",
    detail:
      "Introduzca una clave que empiece por whsec_ o, para un par de claves, por whsk_. Si no tiene ninguna, deje el campo vacío y creamos una.",
  },
  DESTINATION_MADE_BEFORE: {
    title: "Este destino ya se agregó",
    detail: "Lo agregamos hace un momento. Lo encontrará en «Destinos».",
  },
  TEMPLATE_MISSING: {
    title: "Introduzca una plantilla",
    detail: "Ha elegido una plantilla como contenido. Introdúzcala o elija otro contenido.",
  },
  TEMPLATE_WRONG: {
    title: "Revise la plantilla",
    detail: "No podemos leer esta plantilla. Revise los paréntesis y las comillas.",
  },
  HEADERS_REFUSED: {
    title: "Revise los encabezados",
    detail:
      "No podemos enviar uno de estos encabezados. Evite nombres como Host, Cookie, Content-Type y Webhook-Id, y no pase de 4 KB en total.",
  },
  FILTER_REFUSED: {
    title: "Revise el filtro",
    detail: "No podemos usar este filtro. Quite $regex y $where, y que sea corto.",
  },
  NOT_A_SLACK_WEBHOOK: {
    title: "Revise la dirección",
    detail:
      "Es una página de Slack. Introduzca la dirección de un webhook entrante, que empieza por https://hooks.slack.com/services/.",
  },
  NOT_A_TEAMS_WORKFLOW: {
    title: "Revise la dirección",
    detail:
      "Esta no es la dirección de un flujo de trabajo. En Teams, añada el flujo que publica al recibir una solicitud de webhook e introduzca su URL.",
  },
  NOT_A_QUEUE: {
    title: "Revise la dirección",
    detail:
      "Introduzca la URL de una cola de Amazon SQS, por ejemplo https://sqs.eu-west-1.amazonaws.com/123456789012/orders.",
  },
  NOT_A_TOPIC: {
    title: "Revise la dirección",
    detail:
      "Introduzca el ARN de un tema de Amazon SNS, por ejemplo arn:aws:sns:eu-west-1:123456789012:orders.",
  },
  NOT_AN_EVENT_BUS: {
    title: "Revise la dirección",
    detail:
      "Introduzca el ARN de un bus de eventos de Amazon EventBridge, por ejemplo arn:aws:events:eu-west-1:123456789012:event-bus/default.",
  },
  NOT_A_PUBSUB_TOPIC: {
    title: "Revise la dirección",
    detail:
      "Introduzca el nombre de un tema de Google Pub/Sub, por ejemplo projects/my-project/topics/orders.",
  },
  SERVICE_ACCOUNT_WRONG: {
    title: "Revise el archivo de clave",
    detail:
      "Pegue todo el archivo de clave de una cuenta de servicio. Es JSON, y Google lo descarga una sola vez.",
  },
  NOT_AN_EMAIL: {
    title: "Revise la dirección",
    detail: "Introduzca una dirección de correo, por ejemplo ana@example.com.",
  },
  NOT_A_MEMBER: {
    title: "Revise la dirección",
    detail:
      "Solo enviamos correos a personas que tienen acceso a esta tienda y han abierto Webhook Keeper. Pida a esta persona que abra la aplicación una vez.",
  },
  MAIL_NOT_SET_UP: {
    title: "El correo no está configurado",
    detail: "Quien gestiona Webhook Keeper tiene que configurar antes un servidor de correo.",
  },
  SIGN_IN_UNFIT: {
    title: "Introduzca las claves",
    detail:
      "Este tipo de destino tiene su propia autenticación. Introduzca las claves que le dio su proveedor.",
  },
  AWS_KEY_WRONG: {
    title: "Revise la clave de acceso",
    detail:
      "Introduzca la clave de acceso de un usuario de IAM: un identificador que empieza por AKIA y su secreto. Las claves temporales caducan demasiado pronto.",
  },
  ENDPOINT_REFUSED: {
    title: "Revise el punto de conexión",
    detail:
      "No podemos enviar nada a este punto de conexión. Introduzca uno público que empiece por https://, o deje el campo vacío.",
  },
  HEADERS_UNFIT: {
    title: "Quite los encabezados",
    detail: "Este tipo de destino no recibe encabezados suyos.",
  },
  DESTINATION_OFF: {
    title: "El destino está desactivado",
    detail: "Active el destino. Entonces enviaremos sus eventos.",
  },
  TOO_MANY_DESTINATIONS: {
    title: "Tiene tantos destinos como caben",
    detail: "Elimine un destino que ya no use y añada después este.",
  },
};

export const DESTINATION_FIELDS: typeof english.DESTINATION_FIELDS = {
  name: "nombre",
  url: "dirección",
  auth: "autenticación",
  headers: "encabezados",
  eventTypes: "tipos de evento",
  filter: "filtro",
  payload: "contenido",
  template: "plantilla",
  signing: "firma",
  order: "orden",
  isLatestOnly: "solo lo más reciente",
  concurrency: "solicitudes simultáneas",
  ratePerSecond: "límite de velocidad",
  schedule: "reintentos",
  answerSeconds: "tiempo de respuesta",
  sendsPersonal: "datos de clientes",
  takesSourceEvents: "eventos de Keeper",
};

export const EMAIL: typeof english.EMAIL = {
  test: (title) => `Prueba: ${title}`,
  reason: (name, perHour) =>
    `Recibe esto porque el propietario de su tienda añadió el destino «${name}» en Webhook Keeper. Envía como máximo ${perHour} correos por hora.`,
};
