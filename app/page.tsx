import { FullPage } from "#components/shell/full-page.tsx";
import { OUTSIDE } from "#components/words/states.ts";

/** Somebody opened the app outside of a control panel. */
export default function OutsidePage() {
  return <FullPage text={OUTSIDE.text} title={OUTSIDE.title} variant="info" />;
}
