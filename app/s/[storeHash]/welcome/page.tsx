import type { Metadata } from "next";
import { pageWords } from "#app/page-words.ts";
import { WelcomeScreen } from "#components/welcome/welcome-screen.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await pageWords()).common.SECTION_NAMES.welcome };
}

/** Where the installation lands. */
export default function WelcomePage() {
  return <WelcomeScreen />;
}
