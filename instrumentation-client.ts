// Next.js runs this in the browser, before it reads the page's address for the first time.
import { wordsOf } from "#lib/messages/languages.ts";
import { hearBackFirst } from "#lib/client/hold-back.ts";
import { pageSession } from "#lib/client/fetcher/request.ts";
import { knownLanguage } from "#lib/contract/values/languages.ts";

hearBackFirst();
pageSession.takeTicket(window.location, window.history);
// The page waits for the words of its language, so they are asked for at once.
void wordsOf(knownLanguage(document.documentElement.lang) ?? "en");
