/** Title and sentence of a problem with a destination, by its code. */
export const DESTINATION_PROBLEMS = {
  NOT_AN_ADDRESS: {
    title: "Check the address",
    detail: "This isn't an address. Enter one that starts with https://.",
  },
  HAS_PASSWORD: {
    title: "Check the address",
    detail: "The address contains a password. Remove it, and use a header instead.",
  },
  OWN_ADDRESS: {
    title: "Check the address",
    detail: "This is Keeper's own address. Enter the address of another system.",
  },
  LITERAL_ADDRESS: {
    title: "Check the address",
    detail: "The address is a number. Enter a name, such as hooks.example.com.",
  },
  PRIVATE_ADDRESS: {
    title: "Check the address",
    detail: "We can't send to this address because it isn't on the public internet.",
  },
  NOT_HTTPS: { title: "Check the address", detail: "Enter an address that starts with https://." },
  PORT_NOT_ALLOWED: {
    title: "Check the address",
    detail: "We don't send to this port. Use an address without a port.",
  },
  TOKEN_ADDRESS_REFUSED: {
    title: "Check the token address",
    detail: "We can't ask for a token at this address. Enter a public one that starts with https://.",
  },
  KEY_INVALID: {
    title: "Check the key",
    detail:
      "Enter a key that starts with whsec_, or for a key pair with whsk_. If you have none, leave the field empty and we make one.",
  },
  DESTINATION_MADE_BEFORE: {
    title: "This destination was already added",
    detail: "We added it a moment ago. Look for it under Destinations.",
  },
  TEMPLATE_MISSING: {
    title: "Enter a template",
    detail: "You chose a template as the payload. Enter one, or choose another payload.",
  },
  TEMPLATE_WRONG: {
    title: "Check the template",
    detail: "We can't read this template. Check its brackets and quotation marks.",
  },
  HEADERS_REFUSED: {
    title: "Check the headers",
    detail:
      "We can't send one of these headers. Leave out names such as Host, Cookie, Content-Type and Webhook-Id, and keep all of them under 4 KB.",
  },
  FILTER_REFUSED: {
    title: "Check the filter",
    detail: "We can't use this filter. Leave out $regex and $where, and keep it short.",
  },
  NOT_A_SLACK_WEBHOOK: {
    title: "Check the address",
    detail:
      "This is a page in Slack. Enter the address of an incoming webhook, which starts with https://hooks.slack.com/services/.",
  },
  NOT_A_TEAMS_WORKFLOW: {
    title: "Check the address",
    detail:
      "This isn't the address of a workflow. In Teams, add the workflow that posts when a webhook request is received, and enter its URL.",
  },
  NOT_A_QUEUE: {
    title: "Check the address",
    detail:
      "Enter the URL of an Amazon SQS queue, such as https://sqs.eu-west-1.amazonaws.com/123456789012/orders.",
  },
  NOT_A_TOPIC: {
    title: "Check the address",
    detail: "Enter the ARN of an Amazon SNS topic, such as arn:aws:sns:eu-west-1:123456789012:orders.",
  },
  NOT_AN_EVENT_BUS: {
    title: "Check the address",
    detail:
      "Enter the ARN of an Amazon EventBridge event bus, such as arn:aws:events:eu-west-1:123456789012:event-bus/default.",
  },
  NOT_A_PUBSUB_TOPIC: {
    title: "Check the address",
    detail: "Enter the name of a Google Pub/Sub topic, such as projects/my-project/topics/orders.",
  },
  SERVICE_ACCOUNT_WRONG: {
    title: "Check the key file",
    detail: "Paste the whole key file of a service account. It's JSON, and Google downloads it once.",
  },
  NOT_AN_EMAIL: {
    title: "Check the address",
    detail: "Enter an email address, such as ana@example.com.",
  },
  NOT_A_MEMBER: {
    title: "Check the address",
    detail:
      "We send emails only to people who have access to this store and have opened Webhook Keeper. Ask this person to open the app once.",
  },
  MAIL_NOT_SET_UP: {
    title: "Email isn't set up",
    detail: "Whoever runs Webhook Keeper has to set up a mail server first.",
  },
  SIGN_IN_UNFIT: {
    title: "Enter the keys",
    detail: "This kind of destination has a sign-in of its own. Enter the keys that its provider gave you.",
  },
  AWS_KEY_WRONG: {
    title: "Check the access key",
    detail:
      "Enter the access key of an IAM user: an ID that starts with AKIA, and its secret. Temporary keys end too soon.",
  },
  ENDPOINT_REFUSED: {
    title: "Check the endpoint",
    detail:
      "We can't send to this endpoint. Enter a public one that starts with https://, or leave the field empty.",
  },
  HEADERS_UNFIT: {
    title: "Remove the headers",
    detail: "This kind of destination gets no headers of yours.",
  },
  DESTINATION_OFF: {
    title: "The destination is off",
    detail: "Turn the destination on. Then we send its events.",
  },
  TOO_MANY_DESTINATIONS: {
    title: "You have as many destinations as fit",
    detail: "Remove a destination that you no longer use, then add this one.",
  },
};

/** What a destination has that can be changed, within a sentence. */
export const DESTINATION_FIELDS = {
  name: "name",
  url: "address",
  auth: "sign-in",
  headers: "headers",
  eventTypes: "event types",
  filter: "filter",
  payload: "payload",
  template: "template",
  signing: "signature",
  order: "order",
  isLatestOnly: "latest only",
  concurrency: "requests at once",
  ratePerSecond: "rate limit",
  schedule: "retries",
  answerSeconds: "time to answer",
  sendsPersonal: "customer data",
  takesSourceEvents: "Keeper's own events",
} satisfies Record<string, string>;

/** What an email about an event says besides the event. */
export const EMAIL = {
  test: (title: string) => `Test: ${title}`,
  reason: (name: string, perHour: number) =>
    `You get this because the owner of your store added the destination “${name}” in Webhook Keeper. It sends ${perHour} emails an hour at most.`,
};
