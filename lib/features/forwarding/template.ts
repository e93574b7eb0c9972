import type { DeliveryBody } from "#lib/features/destinations/kinds/kind.ts";
import { processWide } from "#lib/process-wide.ts";
import { RequestNotMade } from "./not-made.ts";
import { jsonBody } from "./payload.ts";
import { TemplateBench, wasEnded, type TemplateAnswer, type TemplateOrder } from "./template-bench.ts";

/** Templates that are remembered for not having ended; the oldest gives way. */
const SUSPECTS_MAX = 100;
/** Nine times what a template may take: those that do not end have a tenth of a processor together. */
const REST_MS = 1_800;

/**
 * A template made no body. Codes: `TEMPLATE_WRONG`, with JSONata's code and the place in the template, `TEMPLATE_EMPTY`,
 * `TEMPLATE_TOO_SLOW` and `TEMPLATE_TOO_LARGE`.
 */
export class TemplateFailed extends RequestNotMade {
  readonly outcome = "broken";

  get code(): string {
    return this.message.replace(/ .*/, "");
  }
}

/**
 * The body that a template makes of a value. Repeatable. Templates run in processes of their own: what takes all memory
 * of a process takes the process with it, however many threads it has.
 * @throws {TemplateFailed}
 */
export async function runTemplate(template: string, value: object): Promise<DeliveryBody> {
  return jsonBody(await asked({ template, input: JSON.stringify(value) }));
}

/** The same for whoever writes the template. @throws {TemplateFailed} */
export async function tryTemplate(template: string, value: object): Promise<DeliveryBody> {
  return jsonBody(textOf(await benches().tried.run({ template, input: JSON.stringify(value) })));
}

/**
 * Looks whether a template can be read, for whoever enters it; one that is missing is no matter of this. Repeatable.
 * @throws {TemplateFailed}
 */
export async function checkTemplate(template: string | null): Promise<void> {
  if (template !== null && template.trim() !== "")
    textOf(await benches().tried.run({ template, input: null }));
}

/**
 * A template that did not end is run apart from then on, and seldom, until it does: no other one waits for it. Those that people try
 * have a process of their own, so that no delivery waits for them either.
 */
const benches = () =>
  processWide("template benches", () => ({
    usual: new TemplateBench(),
    apart: new TemplateBench({ restMs: REST_MS }),
    tried: new TemplateBench(),
    suspects: new Set<string>(),
  }));

async function asked(order: TemplateOrder): Promise<string> {
  const { usual, apart, suspects } = benches();
  const { template } = order;
  const answer = (await usual.runUnless(() => suspects.has(template), order)) ?? (await apart.run(order));
  if ("text" in answer) suspects.delete(template);
  else if (wasEnded(answer)) remember(suspects, template);
  return textOf(answer);
}

function textOf(answer: TemplateAnswer): string {
  if ("text" in answer) return answer.text;
  throw new TemplateFailed(answer.failure);
}

function remember(suspects: Set<string>, template: string): void {
  const [oldest] = suspects;
  if (suspects.size >= SUSPECTS_MAX && oldest !== undefined) suspects.delete(oldest);
  suspects.add(template);
}
