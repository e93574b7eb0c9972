import type { Metadata } from "next";
import { WelcomeScreen } from "#components/welcome/welcome-screen.tsx";

export const metadata: Metadata = { title: "Welcome" };

/** Where the installation lands. */
export default function WelcomePage() {
  return <WelcomeScreen />;
}
