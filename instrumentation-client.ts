// Next.js runs this in the browser, before it reads the page's address for the first time.
import { pageSession } from "#lib/client/request.ts";

pageSession.takeTicket(window.location, window.history);
