/** What an address at a cloud provider says of where requests about it go. */
export interface CloudAddress {
  region: string;
  /** Where the provider takes requests, unless the owner says otherwise. */
  endpoint: string;
  /** Whether it keeps an order, and takes an id once. */
  isFifo: boolean;
}

const REGION = String.raw`[a-z]{2}(?:-[a-z]+)+-\d`;
/** Source: AWS General Reference, Amazon SQS endpoints; the second is of queues from before there were others. */
const QUEUE_HOSTS = [
  new RegExp(String.raw`^sqs(?:-fips)?\.(?<region>${REGION})\.(?:amazonaws\.com(?:\.cn)?|api\.aws)$`),
  new RegExp(String.raw`^(?<region>${REGION})\.queue\.amazonaws\.com$`),
];
/** Source: SQS Developer Guide, queue names: 80 characters, `.fifo` included. */
const QUEUE_PATH = /^\/\d{12}\/[\w-]{1,75}(?<fifo>\.fifo)?$|^\/\d{12}\/[\w-]{76,80}$/;

/** A queue of Amazon SQS, by the URL that AWS shows of it; null when it is none. Pure. */
export function queueAt(url: string): CloudAddress | null {
  const { protocol, hostname, pathname, search, port, origin } = URL.parse(url) ?? {};
  if (protocol !== "https:" || hostname === undefined || search !== "" || port !== "") return null;
  const region = QUEUE_HOSTS.map((host) => host.exec(hostname)?.groups?.["region"]).find(Boolean);
  const path = QUEUE_PATH.exec(pathname ?? "");
  if (region === undefined || path === null) return null;
  return { region, endpoint: `${origin}/`, isFifo: path.groups?.["fifo"] !== undefined };
}

/** Source: AWS General Reference, Amazon Resource Names; SNS and EventBridge API References. */
const ARN = String.raw`^arn:aws(?<cn>-cn)?(?:-us-gov)?:SERVICE:(?<region>${REGION}):\d{12}:`;
const TOPIC = new RegExp(String.raw`${ARN.replace("SERVICE", "sns")}[\w-]{1,251}(?<fifo>\.fifo)?$`);
const EVENT_BUS = new RegExp(String.raw`${ARN.replace("SERVICE", "events")}event-bus\/[\w.-]{1,256}$`);

/** A topic of Amazon SNS, by its ARN; null when it is none. Pure. */
export const snsTopicAt = (arn: string): CloudAddress | null => arnAt(TOPIC, "sns", arn);

/** An event bus of Amazon EventBridge, by its ARN; null when it is none. Pure. */
export const eventBusAt = (arn: string): CloudAddress | null => arnAt(EVENT_BUS, "events", arn);

function arnAt(pattern: RegExp, host: string, arn: string): CloudAddress | null {
  const { region, cn, fifo } = pattern.exec(arn)?.groups ?? {};
  if (region === undefined) return null;
  const endpoint = `https://${host}.${region}.amazonaws.com${cn === undefined ? "" : ".cn"}/`;
  return { region, endpoint, isFifo: fifo !== undefined };
}

/** Source: Resource Manager, project IDs (older ones begin with a domain); Pub/Sub, resource names. */
const PUBSUB_TOPIC =
  /^projects\/(?:[a-z\d.-]{1,100}:)?[a-z][a-z\d-]{4,28}[a-z\d]\/topics\/(?!goog)[A-Za-z][\w.~+%-]{2,254}$/;

/** Whether a text names a topic of Google Pub/Sub, as Google's console shows it. Pure. */
export const isPubsubTopic = (text: string): boolean => PUBSUB_TOPIC.test(text);
