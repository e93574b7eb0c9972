import type { Metadata } from "next";
import { headers } from "next/headers";
import * as english from "#lib/messages/en/index.ts";
import type { SettingsPageName } from "#lib/client/paths.ts";
import { wordsOf, type Words } from "#lib/messages/languages.ts";
import { languageOf } from "#lib/contract/values/language-of.ts";
import type { Language } from "#lib/contract/values/languages.ts";

/** The language of the page that is asked for, as the proxy found it. */
export async function pageLanguage(): Promise<Language> {
  return languageOf((await headers()).get("x-language"));
}

/** All words of that language; for what the server itself writes into a page. */
export async function pageWords(): Promise<Words> {
  return (await wordsOf(await pageLanguage())) ?? english;
}

/** The title of a page under Settings, in the tab. */
export async function settingsTitle(page: SettingsPageName): Promise<Metadata> {
  const { SETTINGS } = (await pageWords()).settings;
  return { title: SETTINGS.pageTitle(SETTINGS.pages[page]) };
}
