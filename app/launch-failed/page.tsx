import type { Metadata } from "next";
import type { StatusMessageVariantType } from "@bigcommerce/big-design";
import { FullPage } from "#components/shell/full-page.tsx";
import { LAUNCH_FAILURES } from "#components/words/launch-failures.ts";
import { LaunchFailure } from "#lib/contract/launch-failures.ts";

export const metadata: Metadata = { title: "Open the app again" };

const VARIANTS: Record<LaunchFailure, StatusMessageVariantType> = {
  not_installed: "warning",
  link_expired: "unauthorized",
  link_used: "unauthorized",
  link_invalid: "unauthorized",
  access_withdrawn: "unauthorized",
  install_refused: "error",
  bigcommerce_unreachable: "warning",
  unexpected: "server-error",
};

/** The callbacks send a person here when they cannot let them in; the address only picks one of our sentences. */
export default async function LaunchFailedPage({
  searchParams,
}: {
  searchParams: Promise<{ reason?: string | string[] }>;
}) {
  const reason = LaunchFailure.catch("unexpected").parse((await searchParams).reason);
  return <FullPage {...LAUNCH_FAILURES[reason]} variant={VARIANTS[reason]} />;
}
