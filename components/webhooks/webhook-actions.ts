import type { Toast } from "#components/ui/toasts.tsx";
import { COMMON } from "#components/words/common.ts";
import { WEBHOOKS } from "#components/words/webhooks.ts";
import { titleOf } from "#lib/catalogue/words.ts";
import { ApiProblem } from "#lib/client/request.ts";
import { slices } from "#lib/client/subscription-edits.ts";
import type { Progress, useSubscriptions } from "#lib/client/use-subscriptions.ts";
import type { PlanView } from "#lib/contract/subscriptions.ts";
import type { WebhookRow } from "./rows.ts";

/** Scopes per request while a plan is carried out, so that the meter moves. */
const PLAN_SLICE = 5;

/** What was refused of a piece of work, with the way to try just that again. */
export interface Refusals {
  lines: { title: string; sentence: string }[];
  again: () => void;
}

/** A piece of work with many steps, as it is under way. */
export interface Work extends Progress {
  label: (done: number, total: number) => string;
}

/** Where the actions ask, and where they tell. */
export interface ActionsOf extends Pick<
  ReturnType<typeof useSubscriptions>,
  "change" | "changeMany" | "reconcile"
> {
  toast: (toast: Toast) => void;
  /** Scopes with a change under way, to on or off; null when it is over. */
  mark: (scopes: readonly string[], wanted: boolean | null) => void;
  setWork: (work: Work | null) => void;
  setRefusals: (refusals: Refusals | null) => void;
  setPlan: (plan: PlanView | null) => void;
}

/** The sentence of a failure, for a person. */
function sentenceOf(error: unknown): string {
  return error instanceof ApiProblem ? error.message : "This takes longer than usual. Try again.";
}

/** Everything a person can do on the Webhooks screen, each with its toast, its progress and its way back. None throws. */
export function webhookActions(deps: ActionsOf) {
  const { change, changeMany, reconcile, toast, mark, setWork, setRefusals, setPlan } = deps;
  let stop = new AbortController();

  const failed = (error: unknown, header: string | null, again: () => Promise<void>) =>
    toast({
      type: "error",
      ...(header !== null && { header }),
      text: typeof error === "string" ? error : sentenceOf(error),
      action: { text: COMMON.tryAgain, onClick: () => void again() },
    });

  /** One switch. Acts at once; goes back when it is refused. */
  async function toggle(row: WebhookRow, wanted: boolean): Promise<void> {
    const { id, title } = row;
    const refused = (error: unknown) =>
      failed(error, wanted ? WEBHOOKS.staysOff(title) : WEBHOOKS.staysOn(title), () => toggle(row, wanted));
    mark([id], wanted);
    try {
      const [result] = await change([{ scope: id, wanted }]);
      if (result?.outcome === "done") {
        const undo = { text: COMMON.undo, onClick: () => void toggle(row, true) };
        if (wanted) toast({ type: "success", text: WEBHOOKS.isOn(title) });
        else toast({ type: "success", text: WEBHOOKS.isOff(title), action: undo });
      } else if (result?.outcome === "already") {
        toast({ type: "info", text: wanted ? WEBHOOKS.wasOn(title) : WEBHOOKS.wasOff(title) });
      } else refused(result?.sentence ?? null);
    } catch (error) {
      refused(error);
    } finally {
      mark([id], null);
    }
  }

  function reportRefused(
    refused: { scope: string; sentence: string | null }[],
    again: (scopes: string[]) => Promise<void>,
  ) {
    if (refused.length === 0) return;
    setRefusals({
      lines: refused.map(({ scope, sentence }) => ({ title: titleOf(scope), sentence: sentence ?? "" })),
      again: () => void again(refused.map(({ scope }) => scope)),
    });
  }

  /** Many switches, a few at a time, with a meter that can be stopped. */
  async function toggleMany(scopes: readonly string[], wanted: boolean): Promise<void> {
    if (scopes.length === 0) return toast({ type: "info", text: WEBHOOKS.nothingToDo });
    const label = wanted ? WEBHOOKS.progressOn : WEBHOOKS.progressOff;
    stop = new AbortController();
    setRefusals(null);
    mark(scopes, wanted);
    try {
      const changes = scopes.map((scope) => ({ scope, wanted }));
      const results = await changeMany(changes, (progress) => setWork({ ...progress, label }), stop.signal);
      const refused = results.filter(({ outcome }) => outcome === "refused" || outcome === "unknown_scope");
      const worked = results.length - refused.length;
      const said = wanted ? WEBHOOKS.areOn(worked) : WEBHOOKS.areOff(worked);
      if (refused.length === 0) toast({ type: "success", text: said });
      else toast({ type: "warning", text: `${said} ${WEBHOOKS.needAnother(refused.length)}` });
      reportRefused(refused, (again) => toggleMany(again, wanted));
    } catch (error) {
      failed(error, null, () => toggleMany(scopes, wanted));
    } finally {
      setWork(null);
      mark(scopes, null);
    }
  }

  /** Carries out what the comparison calls for, for these scopes, a few at a time. */
  async function putRight(scopes: readonly string[]): Promise<void> {
    const refused: { scope: string; sentence: string }[] = [];
    const report = (done: number) => setWork({ done, total: scopes.length, label: WEBHOOKS.applying });
    let done = 0;
    stop = new AbortController();
    setRefusals(null);
    report(done);
    try {
      for (const slice of slices(scopes, PLAN_SLICE)) {
        if (stop.signal.aborted) break;
        refused.push(...(await reconcile({ dryRun: false, scopes: slice })).refused);
        done += slice.length;
        report(done);
      }
      toast({
        type: refused.length > 0 ? "warning" : "success",
        text: WEBHOOKS.applied(done - refused.length),
      });
      reportRefused(refused, putRight);
    } catch (error) {
      failed(error, null, () => putRight(scopes));
    } finally {
      setWork(null);
    }
  }

  /** One row's repair. */
  async function mend(row: WebhookRow): Promise<void> {
    const { id, title } = row;
    mark([id], true);
    try {
      const [refusal] = (await reconcile({ dryRun: false, scopes: [id] })).refused;
      if (refusal) failed(refusal.sentence, WEBHOOKS.notMended(title), () => mend(row));
      else toast({ type: "success", text: WEBHOOKS.mended(title) });
    } catch (error) {
      failed(error, WEBHOOKS.notMended(title), () => mend(row));
    } finally {
      mark([id], null);
    }
  }

  /** Compares with BigCommerce: says that everything matches, or shows what would change. */
  async function check(): Promise<void> {
    try {
      const { plan } = await reconcile({ dryRun: true });
      const changes = plan.create.length + plan.update.length + plan.enable.length + plan.remove.length;
      if (changes === 0) toast({ type: "success", text: WEBHOOKS.everythingMatches });
      else setPlan(plan);
    } catch (error) {
      failed(error, null, check);
    }
  }

  return { toggle, toggleMany, putRight, mend, check, cancelRest: () => stop.abort() };
}
