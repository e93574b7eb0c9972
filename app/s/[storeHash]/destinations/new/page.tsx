import type { Metadata } from "next";
import { pageWords } from "#app/page-words.ts";
import { NewDestinationScreen } from "#components/destinations/new-destination-screen.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await pageWords()).destinationForm.FORM.title };
}

/** The form that makes a destination. */
export default function NewDestinationPage() {
  return <NewDestinationScreen />;
}
