import { MissingPage } from "#components/shell/missing-page.tsx";

/** No page has this address. */
export default function NotFound() {
  return <MissingPage />;
}
