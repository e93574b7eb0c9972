// `npm run pictures`: takes the pictures of the guide for merchants and those of every screen anew, from the demo store of a
// product of its own. Run it when a screen has changed, and look at what it made.
import { chromium } from "@playwright/test";
import { findOrInstallChromium } from "#scripts/chromium.ts";
import { bigCommerce } from "./bigcommerce.ts";
import { guidePictures, troublePicture } from "./guide-pictures.ts";
import { Photographer } from "./photographer.ts";
import { dataPictures } from "./data-pictures.ts";
import {
  fullPagePictures,
  illDestinationPictures,
  screenPictures,
  troublePictures,
} from "./screen-pictures.ts";
import { statePictures } from "./state-pictures.ts";
import * as states from "./state-screens.ts";
import { freePorts, newDataDir, startProduct } from "./start-product.ts";
import { breakDestinations, breakFour } from "./trouble.ts";

const STORE = {
  hash: "harborpine",
  name: "",
  owner: { id: 0, email: "" },
  staff: { id: 0, email: "" },
};

const data = newDataDir();
/** Keeper looks every 45 seconds, and opens alerts then. */
const WAIT_MS = 90_000;

// With a mail server's port, so that Alerts shows where emails go.
const running = await startProduct(data.path, [...(await freePorts(2)), ...(await freePorts(1, true))]);
const browser = await chromium.launch({
  executablePath: await findOrInstallChromium(),
  args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
});
try {
  const { product } = running;
  const page = await browser.newPage({ colorScheme: "light" });
  page.setDefaultTimeout(WAIT_MS);
  const photographer = new Photographer(page, product, STORE.hash);
  for (const action of ["placeOrder", "changeOrderStatus", "changePrice"]) await photographer.shop(action);
  await photographer.showTechnicalDetails(false);
  await guidePictures(photographer);
  for (const isTechnical of [false, true]) await screenPictures(photographer, isTechnical);
  for (const isTechnical of [false, true]) await dataPictures(photographer, isTechnical);
  await states.storeStates(photographer);

  const bigcommerce = bigCommerce(product);
  const other = await bigcommerce.createStore();
  await bigcommerce.install(other);
  const elsewhere = new Photographer(page, product, other.hash);
  await states.newStoreStates(elsewhere);
  await states.madeDestinations(elsewhere);
  await states.deadLetters(elsewhere, other);
  await states.bigCommerceStates(elsewhere, other);
  await photographer.openAt("/overview", { width: 1280, height: 900 });
  await breakDestinations(photographer.app, bigcommerce, STORE);
  await illDestinationPictures(photographer);
  await photographer.openAt("/overview", { width: 1280, height: 900 });
  await breakFour(photographer.app, bigcommerce, STORE);
  for (const isTechnical of [false, true]) await troublePictures(photographer, isTechnical);
  await states.brokenStates(photographer);
  await photographer.showTechnicalDetails(false);
  await troublePicture(photographer);
  await fullPagePictures(photographer, () => bigcommerce.uninstall(STORE));
} finally {
  await browser.close();
  await running.stop();
  data.remove();
}
await statePictures();
