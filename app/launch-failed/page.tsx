import type { Metadata } from "next";
import type { StatusMessageVariantType } from "@bigcommerce/big-design";
import { pageWords } from "#app/page-words.ts";
import { FullPage } from "#components/shell/full-page.tsx";
import { LaunchFailure } from "#lib/contract/launch-failures.ts";
import { Reference } from "#lib/contract/problems.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await pageWords()).launchFailures.LAUNCH_FAILED };
}

const VARIANTS: Record<LaunchFailure, StatusMessageVariantType> = {
  not_installed: "warning",
  link_expired: "unauthorized",
  link_used: "unauthorized",
  link_invalid: "unauthorized",
  access_withdrawn: "unauthorized",
  install_refused: "error",
  install_cancelled: "warning",
  install_unreadable: "error",
  bigcommerce_unreachable: "warning",
  too_many: "warning",
  unexpected: "server-error",
};

type Parameter = string | string[] | undefined;

/**
 * The callbacks send a person here when they cannot let them in. The address only picks one of our sentences, and may
 * name a reference, which is shown when it looks like one of ours and could say nothing else.
 */
export default async function LaunchFailedPage({
  searchParams,
}: {
  searchParams: Promise<{ reason?: Parameter; reference?: Parameter }>;
}) {
  const { LAUNCH_FAILURES, referenceSentence } = (await pageWords()).launchFailures;
  const asked = await searchParams;
  const reason = LaunchFailure.catch("unexpected").parse(asked.reason);
  const { title, text } = LAUNCH_FAILURES[reason];
  const reference = Reference.optional().catch(undefined).parse(asked.reference);
  const words = reference === undefined ? text : `${text} ${referenceSentence(reference)}`;
  return <FullPage text={words} title={title} variant={VARIANTS[reason]} />;
}
