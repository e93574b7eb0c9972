import { headers } from "next/headers";
import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { StoreFrame } from "#components/shell/store-frame.tsx";
import { reopenUrl } from "#lib/features/stores/reopen.ts";
import { SETUP_STEPS } from "#lib/contract/values/setup.ts";
import { StoreHash } from "#lib/ids.ts";

interface Props {
  children: ReactNode;
  params: Promise<{ storeHash: string }>;
}

/** The frame of one store's pages. Whether this person may see the store is asked by every request for its data. */
export default async function StoreLayout({ children, params }: Props) {
  const store = StoreHash.safeParse((await params).storeHash);
  if (!store.success) notFound();
  const known = await headers();
  const setup = SETUP_STEPS.find((step) => step === known.get("x-setup")) ?? "done";
  return (
    <StoreFrame
      awaitsBanner={known.get("x-awaits-banner") === "1"}
      reopenUrl={reopenUrl(store.data)}
      setup={setup}
      showsTechnicalDetails={known.get("x-technical-details") === "1"}
      store={store.data}
    >
      {children}
    </StoreFrame>
  );
}
