import { FullPage } from "#components/shell/full-page.tsx";
import { pageWords } from "./page-words.ts";

/** Somebody opened the app outside of a control panel. */
export default async function OutsidePage() {
  const { OUTSIDE } = (await pageWords()).noEntry;
  return <FullPage text={OUTSIDE.text} title={OUTSIDE.title} variant="info" />;
}
