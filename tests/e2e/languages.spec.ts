import { makeTroubled } from "./as-owner.ts";
import { expect, test, type FrameLocator } from "./fixtures.ts";
import { launchLink, openInPanel } from "./links.ts";

/** Widths of the app's frame: a laptop's, and a phone's, where the words of a language are most in the way of each other. */
const LAPTOP = 1280;
const PHONE = 390;
/** The narrowest that has to do, in which the sections are wider than the frame. */
const NARROW = 320;

interface Spoken {
  language: string;
  locale: string;
  /** Names of the sections, in their order: Overview, Webhooks, Events, Destinations, Settings. */
  sections: readonly string[];
  /** Something that each of these screens says once its data is there. */
  said: readonly RegExp[];
  welcome: string;
  /** In Settings: the choice of a language, and to follow the control panel. */
  choice: string;
  panel: string;
}

const SPOKEN: readonly Spoken[] = [
  {
    language: "de",
    locale: "de-DE",
    sections: ["Übersicht", "Webhooks", "Ereignisse", "Ziele", "Einstellungen"],
    said: [/Am häufigsten/, /Jetzt prüfen/, /^Heute$/, /Nächster Versuch/, /Wer Keeper öffnen darf/],
    welcome: "Willkommen bei Webhook Keeper",
    choice: "Sprache",
    panel: "Wie im Control Panel",
  },
  {
    language: "fr",
    locale: "fr-CA",
    sections: ["Vue d’ensemble", "Webhooks", "Événements", "Destinations", "Paramètres"],
    said: [
      /Les plus fréquents/,
      /Vérifier maintenant/,
      /^Aujourd’hui$/,
      /Prochain essai/,
      /Qui peut ouvrir Keeper/,
    ],
    welcome: "Bienvenue dans Webhook Keeper",
    choice: "Langue",
    panel: "Comme le panneau de contrôle",
  },
  {
    language: "es",
    locale: "es-419",
    sections: ["Resumen", "Webhooks", "Eventos", "Destinos", "Configuración"],
    said: [/Más frecuentes/, /Comprobar ahora/, /^Hoy$/, /Próximo intento/, /Quién puede abrir Keeper/],
    welcome: "Le damos la bienvenida a Webhook Keeper",
    choice: "Idioma",
    panel: "Como en el panel de control",
  },
];

const languageOf = (app: FrameLocator) => app.locator("html").getAttribute("lang");

for (const { language, locale, sections, said, welcome, choice, panel } of SPOKEN) {
  test(`${locale}: every screen speaks ${language}, is usable by everybody, and fits`, async ({
    bigcommerce,
    frameWidth,
    newStore,
    page,
    product,
    violations,
    widthsFit,
  }) => {
    const store = await newStore();
    await bigcommerce.fire(store, "store/order/created", { count: 3 });
    await bigcommerce.fire(store, "store/customer/created", { duplicate: true });
    const { ill } = await makeTroubled(product.appUrl, bigcommerce, store);
    const user = { ...store.owner, locale };
    const app = await openInPanel(
      page,
      product,
      store,
      await launchLink(product, store, { claims: { user } }),
    );
    await expect(app.getByRole("heading", { level: 1 })).toHaveText(new RegExp(`^${sections[0]}`));
    expect(await languageOf(app)).toBe(language);

    for (const width of [LAPTOP, PHONE]) {
      await frameWidth(width);
      for (const [index, section] of sections.entries()) {
        await app.getByRole("navigation").first().getByRole("link", { name: section }).click();
        await expect(app.getByText(said[index] ?? "").first()).toBeVisible();
        if (width === PHONE) expect(await violations(), section).toEqual([]);
        await widthsFit();
      }
    }

    for (const part of ["new", ill, `${ill}/settings`, `${ill}/activity`]) {
      const path = `/s/${store.hash}/destinations/${part}`;
      const html = app.locator("html");
      await html.evaluate((_, to) => location.assign(to), path);
      await expect.poll(() => html.evaluate(() => location.pathname).catch(() => "")).toBe(path);
      await expect(app.locator("[aria-busy='true']")).toHaveCount(0);
      await expect(app.getByRole("heading", { level: 1 })).toBeVisible();
      expect(await violations(), `destinations/${part}`).toEqual([]);
      await widthsFit();
    }
    // Where not all sections fit, the open one is there to be seen, though nobody has scrolled to it.
    await frameWidth(NARROW);
    await app.locator("html").evaluate((_, to) => location.assign(to), `/s/${store.hash}/settings`);
    const here = app
      .getByRole("navigation")
      .first()
      .getByRole("link", { name: sections[4] ?? "" });
    await expect(here).toHaveAttribute("aria-current", "page");
    await expect(here).toBeInViewport({ ratio: 1 });
    await frameWidth(PHONE);

    const pages = app.getByRole("navigation").nth(1).getByRole("link");
    await expect(pages).toHaveCount(5);
    for (const link of await pages.all()) {
      await link.click();
      await expect(link).toHaveAttribute("aria-current", "page");
      await expect(app.locator("[aria-busy='true']")).toHaveCount(0);
      expect(await violations(), (await link.textContent()) ?? "").toEqual([]);
      await widthsFit();
    }
    await pages.first().click();

    // The choice of a language goes before the control panel's, at once and for good.
    await app.getByRole("combobox", { name: choice }).press("Enter");
    await app.getByRole("option", { name: "English" }).click();
    await expect(app.getByRole("heading", { level: 1, name: "Settings: General" })).toBeVisible();
    expect(await languageOf(app)).toBe("en");
    await app.getByRole("combobox", { name: "Language" }).press("Enter");
    await app.getByRole("option", { name: "Same as control panel" }).click();
    await expect(app.getByRole("combobox", { name: choice })).toHaveValue(panel);

    await app.locator("html").evaluate((_, path) => location.assign(path), `/s/${store.hash}/welcome`);
    await expect(app.getByRole("heading", { level: 1, name: welcome })).toBeVisible();
    // Its button fades to its colors once the webhooks are there.
    await expect(app.locator("[aria-busy='true']")).toHaveCount(0);
    expect(await violations(), "welcome").toEqual([]);
  });
}
