import type { Toast } from "#components/ui/toasts.tsx";
import type { WEBHOOKS } from "#lib/messages/en/webhooks.ts";
import type { COMMON } from "#lib/messages/en/common.ts";
import { ApiProblem } from "#lib/client/fetcher/request.ts";
import { PROBLEM_CODES } from "#lib/contract/values/problems.ts";
import type { useRun } from "#lib/client/api/use-run.ts";
import type { useSubscriptions } from "#lib/client/api/use-subscriptions.ts";
import type { RunKind } from "#lib/contract/runs.ts";
import type { PlanView } from "#lib/contract/subscriptions.ts";
import type { WebhookRow } from "./rows.ts";

/** More than so many at once become a run, which a worker carries out and which outlives the page. */
const FEW = 5;

/** The subject of messages about several event types. */
const MANY = "many";

/** Where the actions ask, and where they tell. */
export interface ActionsOf extends Pick<
  ReturnType<typeof useSubscriptions>,
  "change" | "reconcile" | "removeHook"
> {
  startRun: ReturnType<typeof useRun>["start"];
  toast: (toast: Toast) => void;
  /** Scopes with a change under way, to on or off; null when it is over. */
  mark: (scopes: readonly string[], wanted: boolean | null) => void;
  setPlan: (plan: PlanView | null) => void;
  titleOf: (scope: string) => string;
  /** Where the app is accepted again; undefined until it is known. */
  reopenUrl: string | undefined;
  words: typeof WEBHOOKS & Pick<typeof COMMON, "tryAgain" | "undo" | "trouble"> & { reopen: string };
}

export type WebhookActions = ReturnType<typeof webhookActions>;

/** The code of what went wrong, where it has one. */
const codeOf = (error: unknown) => (error instanceof ApiProblem ? error.code : null);

/** Everything a person can do on the Webhooks screen, each with its toast and its way back. None throws. */
export function webhookActions(deps: ActionsOf) {
  const { change, reconcile, removeHook, startRun, toast, mark, setPlan, titleOf, reopenUrl, words } = deps;

  const failed = (
    error: unknown,
    header: string | null,
    again: () => Promise<unknown>,
    subject = MANY,
    code: string | null = codeOf(error),
  ) =>
    toast({
      type: "error",
      subject,
      ...(header !== null && { header }),
      text: typeof error === "string" ? error : error instanceof ApiProblem ? error.message : words.trouble,
      action:
        code === PROBLEM_CODES.needsReauthorisation && reopenUrl
          ? { text: words.reopen, onClick: () => window.top?.location.assign(reopenUrl) }
          : { text: words.tryAgain, onClick: () => void again() },
    });

  /** One switch. Acts at once; goes back when it is refused. */
  async function toggle(row: WebhookRow, wanted: boolean): Promise<void> {
    const { id, title } = row;
    const refused = (error: unknown, code = codeOf(error)) =>
      failed(
        error,
        wanted ? words.staysOff(title) : words.staysOn(title),
        () => toggle(row, wanted),
        id,
        code,
      );
    mark([id], wanted);
    try {
      const [result] = await change([{ scope: id, wanted }]);
      if (result?.outcome === "done") {
        const undo = { text: words.undo, onClick: () => void toggle(row, true) };
        if (wanted) toast({ type: "success", subject: id, text: words.isOn(title) });
        else toast({ type: "success", subject: id, text: words.isOff(title), action: undo });
      } else if (result?.outcome === "already") {
        toast({ type: "info", subject: id, text: wanted ? words.wasOn(title) : words.wasOff(title) });
      } else refused(result?.sentence ?? null, result?.code ?? null);
    } catch (error) {
      refused(error);
    } finally {
      mark([id], null);
    }
  }

  /** Leaves the work to a worker; how far it is, and what came of it, is told by the run itself. */
  async function begin(kind: RunKind, scopes: readonly string[]): Promise<boolean> {
    try {
      await startRun({ kind, scopes: [...scopes] });
      return true;
    } catch (error) {
      failed(error, null, () => begin(kind, scopes));
      return false;
    }
  }

  function reportRefused(
    refused: { scope: string; sentence: string | null }[],
    again: (scopes: string[]) => Promise<unknown>,
  ) {
    if (refused.length === 0) return;
    const lines = refused.map(({ scope, sentence }) => `${titleOf(scope)}: ${sentence ?? words.trouble}`);
    failed(lines.join(" "), words.refusedTitle(refused.length), () =>
      again(refused.map(({ scope }) => scope)),
    );
  }

  /** Turns a few; answers which were refused. @throws {ApiProblem} when all were. */
  async function turnFew(scopes: readonly string[], wanted: boolean) {
    mark(scopes, wanted);
    try {
      const results = await change(scopes.map((scope) => ({ scope, wanted })));
      return results.filter(({ outcome }) => outcome === "refused" || outcome === "unknown_scope");
    } finally {
      mark(scopes, null);
    }
  }

  /** Many switches: a few at once, more by a run. Answers whether all of them moved, or a run has begun. */
  async function toggleMany(scopes: readonly string[], wanted: boolean): Promise<boolean> {
    if (scopes.length > FEW) return begin(wanted ? "turn_on" : "turn_off", scopes);
    try {
      const refused = await turnFew(scopes, wanted);
      const moved = scopes.filter((scope) => refused.every((one) => one.scope !== scope));
      const said = wanted ? words.areOn(moved.length) : words.areOff(moved.length);
      const undo = { text: words.undo, onClick: () => void toggleMany(moved, !wanted) };
      if (moved.length > 0) toast({ type: "success", subject: MANY, text: said, action: undo });
      reportRefused(refused, (again) => toggleMany(again, wanted));
      return refused.length === 0;
    } catch (error) {
      failed(error, null, () => toggleMany(scopes, wanted));
      return false;
    }
  }

  /** Turns wildcards on and then off what they bring as well, so that no event is missed between. */
  async function replace(scopes: readonly string[], replaced: readonly string[]): Promise<boolean> {
    try {
      const refused = await turnFew(scopes, true);
      reportRefused(refused, () => replace(scopes, replaced));
      if (refused.length > 0) return false;
      if (replaced.length > FEW) return begin("turn_off", replaced);
      const left = await turnFew(replaced, false);
      const undo = { text: words.undo, onClick: () => void takeBack(scopes, replaced) };
      toast({ type: "success", subject: MANY, text: words.replaced(replaced.length), action: undo });
      reportRefused(left, (again) => toggleMany(again, false));
      return left.length === 0;
    } catch (error) {
      failed(error, null, () => replace(scopes, replaced));
      return false;
    }
  }

  /** The way back from a replacement, in the same safe order. */
  async function takeBack(scopes: readonly string[], replaced: readonly string[]): Promise<void> {
    if (await toggleMany(replaced, true)) await toggleMany(scopes, false);
  }

  /** Carries out what the comparison calls for, for these scopes: a few at once, more by a run. */
  async function putRight(scopes: readonly string[]): Promise<boolean> {
    if (scopes.length > FEW) return begin("put_right", scopes);
    mark(scopes, true);
    try {
      const { refused } = await reconcile({ dryRun: false, scopes: [...scopes] });
      const worked = scopes.length - refused.length;
      if (worked > 0) toast({ type: "success", subject: MANY, text: words.applied(worked) });
      reportRefused(refused, putRight);
      return refused.length === 0;
    } catch (error) {
      failed(error, null, () => putRight(scopes));
      return false;
    } finally {
      mark(scopes, null);
    }
  }

  /** One row's repair. */
  async function mend(row: WebhookRow): Promise<void> {
    const { id, title } = row;
    mark([id], true);
    try {
      const [refusal] = (await reconcile({ dryRun: false, scopes: [id] })).refused;
      if (refusal) failed(refusal.sentence, words.notMended(title), () => mend(row), id);
      else toast({ type: "success", subject: id, text: words.mended(title) });
    } catch (error) {
      failed(error, words.notMended(title), () => mend(row), id);
    } finally {
      mark([id], null);
    }
  }

  /** Compares with BigCommerce: says that everything matches, or shows what would change. */
  async function check(): Promise<void> {
    try {
      const { plan, refused } = await reconcile({ dryRun: true });
      const changes = plan.create.length + plan.update.length + plan.enable.length + plan.remove.length;
      reportRefused(refused, check);
      if (changes > 0) setPlan(plan);
      else if (refused.length === 0) toast({ type: "success", subject: MANY, text: words.everythingMatches });
    } catch (error) {
      if (codeOf(error) === PROBLEM_CODES.checkRunning)
        toast({ type: "info", subject: MANY, text: words.alreadyChecking });
      else failed(error, null, check);
    }
  }

  /** Removes what another installation of this app made. */
  async function removeOfOthers(id: string): Promise<void> {
    try {
      await removeHook(id);
      toast({ type: "success", subject: MANY, text: words.areOff(1) });
    } catch (error) {
      failed(error, null, () => removeOfOthers(id));
    }
  }

  return { toggle, toggleMany, replace, putRight, mend, check, removeOfOthers };
}
