"use client";

import dynamic from "next/dynamic";

// Next.js sends what an unknown page needs along with every page, so nothing of it comes until it is one.
const NothingHere = dynamic(() => import("./nothing-here.tsx").then((module) => module.NothingHere));

/** No page has this address. */
export function MissingPage() {
  return <NothingHere />;
}
