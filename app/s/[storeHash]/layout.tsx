import { headers } from "next/headers";
import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { StoreFrame } from "#components/shell/store-frame.tsx";
import { reopenUrl } from "#lib/features/stores/reopen.ts";
import { StoreHash } from "#lib/ids.ts";

interface Props {
  children: ReactNode;
  params: Promise<{ storeHash: string }>;
}

/** The frame of one store's pages. Whether this person may see the store is asked by every request for its data. */
export default async function StoreLayout({ children, params }: Props) {
  const store = StoreHash.safeParse((await params).storeHash);
  if (!store.success) notFound();
  const showsTechnicalDetails = (await headers()).get("x-technical-details") === "1";
  return (
    <StoreFrame
      reopenUrl={reopenUrl(store.data)}
      showsTechnicalDetails={showsTechnicalDetails}
      store={store.data}
    >
      {children}
    </StoreFrame>
  );
}
