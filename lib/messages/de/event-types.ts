import {
  perChannel,
  type CatalogueTexts,
  type EventTexts,
  type Titled,
} from "#lib/messages/event-type-texts.ts";
import { ORDER_STATUSES } from "#lib/messages/de/order-statuses.ts";

/** @param of The owner after "Metafeld". @param to After "fügt". @param from After "ein Metafeld". */
function metafields(path: string, of: string, to: string, from: string): Record<string, Titled> {
  const base = path === "" ? "metafield" : `${path}/metafield`;
  const title = of === "" ? "Metafeld" : `Metafeld ${of}`;
  return {
    [`${base}/created`]: [`${title} angelegt`, `Eine App fügt ${to} ein Metafeld hinzu.`],
    [`${base}/updated`]: [`${title} geändert`, `Eine App ändert ein Metafeld ${from}.`],
    [`${base}/deleted`]: [`${title} gelöscht`, `Eine App entfernt ein Metafeld ${from}.`],
  };
}

export const DE: CatalogueTexts = {
  groups: {
    orders: "Bestellungen",
    shipments: "Sendungen",
    products: "Produkte",
    inventory: "Bestand und Standorte",
    categories: "Kategorien und Marken",
    customers: "Kunden und Abonnenten",
    carts: "Warenkörbe",
    "price-lists": "Preislisten",
    channels: "Kanäle und Storefronts",
    store: "Shop",
    b2b: "B2B",
  },
  presets: {
    orders: ["Bestellungen und Versand", "Folgen Sie jeder Bestellung von der Kasse bis zum Paket."],
    catalog: ["Produkte und Bestand", "Wenn sich Produkte, Varianten, Bestand oder Kategorien ändern."],
    customers: ["Kunden", "Konten, Adressen und Newsletter-Anmeldungen."],
    carts: ["Warenkörbe", "Begonnene, verlassene und bestellte Warenkörbe."],
  },
  entries: {
    "order/*": [
      "Alle Bestellereignisse",
      "Irgendetwas geschieht mit einer Bestellung, ihren Zahlungen oder ihren Metafeldern.",
    ],
    "order/created": [
      "Bestellung angelegt",
      "Ein Kunde, ein Mitarbeiter oder eine App gibt eine Bestellung auf, bezahlt oder nicht.",
    ],
    "order/statusUpdated": ["Bestellstatus geändert", "Eine Bestellung bekommt einen anderen Status."],
    "order/updated": [
      "Bestellung geändert",
      "Irgendeine Angabe einer Bestellung ändert sich, auch ihr Status.",
    ],
    "order/message/created": [
      "Nachricht zu Bestellung angelegt",
      "Ein Kunde oder ein Mitarbeiter schreibt eine Nachricht zu einer Bestellung.",
    ],
    "order/transaction/created": [
      "Transaktion einer Bestellung angelegt",
      "Zu einer Bestellung wird eine Zahlung, Abbuchung oder Erstattung festgehalten.",
    ],
    "order/transaction/updated": [
      "Transaktion einer Bestellung geändert",
      "Ein festgehaltener Zahlungsschritt einer Bestellung ändert sich.",
    ],
    "order/refund/created": ["Erstattung angelegt", "Jemand erstattet eine Bestellung ganz oder zum Teil."],
    "order/archived": ["Bestellung archiviert", "Eine Bestellung wird ins Archiv verschoben."],
    ...metafields("order", "einer Bestellung", "einer Bestellung", "einer Bestellung"),

    "shipment/*": ["Alle Sendungsereignisse", "Eine Sendung wird hinzugefügt, geändert oder entfernt."],
    "shipment/created": ["Sendung angelegt", "Artikel einer Bestellung werden als versandt markiert."],
    "shipment/updated": ["Sendung geändert", "Angaben einer Sendung ändern sich, etwa ihre Sendungsnummer."],
    "shipment/deleted": ["Sendung gelöscht", "Eine Sendung wird von ihrer Bestellung genommen."],

    "product/*": [
      "Alle Produktereignisse",
      "Irgendetwas geschieht mit einem Produkt, seinem Bestand oder seinen Metafeldern.",
    ],
    "sku/*": [
      "Alle SKU-Ereignisse",
      "Eine Variante oder ihr Bestand wird hinzugefügt, geändert oder entfernt.",
    ],
    "product/metafield/*": [
      "Alle Metafeld-Ereignisse von Produkten",
      "Ein Metafeld eines Produkts wird hinzugefügt, geändert oder entfernt.",
    ],
    "product/variant/metafield/*": [
      "Alle Metafeld-Ereignisse von Varianten",
      "Ein Metafeld einer Variante wird hinzugefügt, geändert oder entfernt.",
    ],
    "product/created": ["Produkt angelegt", "Ein Produkt kommt in den Katalog."],
    "product/updated": [
      "Produkt geändert",
      "Angaben eines Produkts ändern sich, für den ganzen Shop oder einen Kanal.",
    ],
    "product/inventory/updated": [
      "Produktbestand geändert",
      "Mitarbeiter oder eine App ändern den Bestand eines Produkts, das als Ganzes geführt wird.",
    ],
    "product/inventory/order/updated": [
      "Produktbestand durch Bestellung geändert",
      "Eine Bestellung ändert den Bestand eines Produkts, das als Ganzes geführt wird.",
    ],
    "product/deleted": ["Produkt gelöscht", "Ein Produkt wird aus dem Katalog entfernt."],
    "sku/created": ["SKU angelegt", "Ein Produkt bekommt eine neue Variante."],
    "sku/updated": ["SKU geändert", "Angaben einer Variante ändern sich."],
    "sku/inventory/updated": [
      "SKU-Bestand geändert",
      "Mitarbeiter oder eine App ändern den Bestand einer Variante.",
    ],
    "sku/inventory/order/updated": [
      "SKU-Bestand durch Bestellung geändert",
      "Eine Bestellung ändert den Bestand einer Variante.",
    ],
    "sku/deleted": ["SKU gelöscht", "Eine Variante wird von ihrem Produkt entfernt."],
    "option/updated": [
      "Option geändert",
      "Eine Variantenoption wird für einen Kanal und eine Sprache umbenannt.",
    ],
    "modifier/updated": [
      "Modifikator geändert",
      "Ein Modifikator wird für einen Kanal und eine Sprache umbenannt.",
    ],
    ...metafields("product", "eines Produkts", "einem Produkt", "eines Produkts"),
    ...metafields("product/variant", "einer Variante", "einer Variante", "einer Variante"),

    "inventory/location/metafield/*": [
      "Alle Metafeld-Ereignisse von Standorten",
      "Ein Metafeld eines Standorts wird hinzugefügt, geändert oder entfernt.",
    ],
    "channel/*/inventory/product/stock_changed": [
      "Bestand geändert",
      "Der Bestand eines Produkts oder einer Variante an einem Standort ändert sich.",
    ],
    "channel/*/inventory/product/low_stock_reached": [
      "Niedriger Bestand erreicht",
      "Eine Bestellung senkt den Bestand an einem Standort auf die Warngrenze.",
    ],
    "channel/*/inventory/product/out_of_stock_reached": [
      "Ausverkauft",
      "Eine Bestellung nimmt das letzte Stück an einem Standort.",
    ],
    "channel/*/inventory/product/settings_changed": [
      "Bestandseinstellungen geändert",
      "Sicherheitsbestand, Warngrenze oder Verfügbarkeit eines Artikels an einem Standort ändert sich.",
    ],
    "inventory/location/created": ["Standort angelegt", "Ein Lagerstandort wird hinzugefügt."],
    "inventory/location/updated": [
      "Standort geändert",
      "Ein Lagerstandort ändert sich oder wird ein- oder ausgeschaltet.",
    ],
    ...metafields("inventory/location", "eines Standorts", "einem Standort", "eines Standorts"),

    "category/*": [
      "Alle Kategorieereignisse",
      "Irgendetwas geschieht mit einer Kategorie oder ihren Metafeldern.",
    ],
    "brand/metafield/*": [
      "Alle Metafeld-Ereignisse von Marken",
      "Ein Metafeld einer Marke wird hinzugefügt, geändert oder entfernt.",
    ],
    "category/created": ["Kategorie angelegt", "Eine Kategorie kommt in den Katalog."],
    "category/updated": ["Kategorie geändert", "Angaben einer Kategorie ändern sich."],
    "category/deleted": ["Kategorie gelöscht", "Eine Kategorie wird aus dem Katalog entfernt."],
    ...metafields("category", "einer Kategorie", "einer Kategorie", "einer Kategorie"),
    ...metafields("brand", "einer Marke", "einer Marke", "einer Marke"),

    "customer/*": [
      "Alle Kundenereignisse",
      "Irgendetwas geschieht mit einem Kunden, seinen Adressen oder seinem Zugang.",
    ],
    "customer/address/*": [
      "Alle Kundenadressereignisse",
      "Eine Adresse eines Kunden wird hinzugefügt, geändert oder entfernt.",
    ],
    "subscriber/*": [
      "Alle Abonnentenereignisse",
      "Ein Newsletter-Abonnent wird hinzugefügt, geändert oder entfernt.",
    ],
    "customer/created": [
      "Kunde angelegt",
      "Jemand eröffnet ein Kundenkonto, oder ein Mitarbeiter legt eines an.",
    ],
    "customer/updated": ["Kunde geändert", "Angaben eines Kunden ändern sich, Adressen ausgenommen."],
    "customer/payment/instrument/default/updated": [
      "Standard-Zahlungsart geändert",
      "Ein Kunde bekommt unter seinen gespeicherten Zahlungsarten einen anderen Standard.",
    ],
    "customer/channel/login/access/updated": [
      "Kanalzugang eines Kunden geändert",
      "Die Kanäle, auf denen sich ein Kunde anmelden darf, ändern sich.",
    ],
    "customer/deleted": ["Kunde gelöscht", "Ein Kundenkonto wird entfernt."],
    "customer/address/created": [
      "Kundenadresse angelegt",
      "Ein Kunde bekommt eine weitere Adresse in seinem Adressbuch.",
    ],
    "customer/address/updated": [
      "Kundenadresse geändert",
      "Eine Adresse im Adressbuch eines Kunden ändert sich.",
    ],
    "customer/address/deleted": [
      "Kundenadresse gelöscht",
      "Eine Adresse verlässt das Adressbuch eines Kunden.",
    ],
    "subscriber/created": ["Abonnent angelegt", "Jemand meldet sich für den Newsletter an."],
    "subscriber/updated": ["Abonnent geändert", "Angaben eines Newsletter-Abonnenten ändern sich."],
    "subscriber/deleted": ["Abonnent gelöscht", "Jemand verlässt die Newsletter-Liste."],

    "cart/*": [
      "Alle Warenkorbereignisse",
      "Irgendetwas geschieht mit einem Warenkorb oder den Artikeln darin.",
    ],
    "cart/lineItem/*": [
      "Alle Warenkorbartikel-Ereignisse",
      "Ein Artikel eines Warenkorbs wird hinzugefügt, geändert oder entfernt.",
    ],
    "cart/created": [
      "Warenkorb angelegt",
      "Ein Kunde legt den ersten Artikel in einen Warenkorb, oder eine App legt einen an.",
    ],
    "cart/updated": [
      "Warenkorb geändert",
      "Die Artikel eines Warenkorbs oder die E-Mail-Adresse des Kunden ändern sich.",
    ],
    "cart/couponApplied": ["Gutschein eingelöst", "Ein Gutscheincode wird auf einen Warenkorb angewandt."],
    "cart/abandoned": ["Warenkorb abgebrochen", "Ein Warenkorb blieb eine Stunde lang liegen."],
    "cart/converted": [
      "Warenkorb zu Bestellung geworden",
      "Ein Kunde schließt den Kauf ab, und der Warenkorb wird zur Bestellung.",
    ],
    "cart/deleted": ["Warenkorb gelöscht", "Ein Warenkorb wird geleert oder entfernt."],
    "cart/lineItem/created": ["Warenkorbartikel angelegt", "Ein Artikel kommt in einen Warenkorb."],
    "cart/lineItem/updated": [
      "Warenkorbartikel geändert",
      "Menge oder Optionen eines Warenkorbartikels ändern sich.",
    ],
    "cart/lineItem/deleted": ["Warenkorbartikel gelöscht", "Ein Artikel wird aus einem Warenkorb genommen."],
    ...metafields("cart", "eines Warenkorbs", "einem Warenkorb", "eines Warenkorbs"),

    "priceList/created": ["Preisliste angelegt", "Eine Preisliste wird hinzugefügt."],
    "priceList/updated": ["Preisliste geändert", "Angaben einer Preisliste ändern sich."],
    "priceList/activated": ["Preisliste aktiviert", "Eine Preisliste wird eingeschaltet."],
    "priceList/deactivated": ["Preisliste deaktiviert", "Eine Preisliste wird ausgeschaltet."],
    "priceList/deleted": ["Preisliste gelöscht", "Eine Preisliste wird entfernt."],
    "priceLists/deleted": ["Preislisten gelöscht", "Mehrere Preislisten werden auf einmal entfernt."],
    "priceList/record/created": ["Preis angelegt", "Eine Preisliste bekommt einen Preis für eine Variante."],
    "priceList/record/updated": [
      "Preis geändert",
      "Der Preis einer Variante in einer Preisliste ändert sich.",
    ],
    "priceList/record/deleted": ["Preis gelöscht", "Eine Preisliste verliert ihren Preis für eine Variante."],
    "priceList/records/created": [
      "Preise angelegt",
      "Preislisten bekommen Preise für viele Varianten auf einmal.",
    ],
    "priceList/records/updated": [
      "Preise geändert",
      "Preise vieler Varianten in Preislisten ändern sich auf einmal.",
    ],
    "priceList/records/deleted": [
      "Preise gelöscht",
      "Preislisten verlieren ihre Preise für viele Varianten auf einmal.",
    ],
    "priceList/assignment/updated": [
      "Zuordnung einer Preisliste geändert",
      "Eine Preisliste wird einem Kanal oder einer Kundengruppe gegeben oder genommen.",
    ],
    "priceList/assignment/deleted": [
      "Zuordnung einer Preisliste gelöscht",
      "Die Verbindung einer Preisliste mit einem Kanal oder einer Kundengruppe wird entfernt.",
    ],

    "channel/*": ["Alle Kanalereignisse", "Ein Kanal wird hinzugefügt oder geändert."],
    ...perChannel({
      "order/*": [
        "Alle Bestellereignisse eines Kanals",
        "Irgendetwas geschieht mit einer Bestellung des Kanals.",
      ],
      "cart/*": [
        "Alle Warenkorbereignisse eines Kanals",
        "Irgendetwas geschieht mit einem Warenkorb des Kanals oder den Artikeln darin.",
      ],
      "cart/lineItem/*": [
        "Alle Warenkorbartikel-Ereignisse eines Kanals",
        "Ein Artikel eines Warenkorbs im Kanal wird hinzugefügt, geändert oder entfernt.",
      ],
      "category/*": [
        "Alle Kategorieereignisse eines Kanals",
        "Eine Kategorie des Kanals ändert sich oder bekommt oder verliert ein Produkt.",
      ],
      "settings/*": [
        "Alle Einstellungsereignisse eines Kanals",
        "Irgendeine Einstellung des Kanals ändert sich.",
      ],
      "order/created": ["Kanal: Bestellung angelegt", "Auf dem Kanal wird eine Bestellung aufgegeben."],
      "order/statusUpdated": [
        "Kanal: Bestellstatus geändert",
        "Eine Bestellung des Kanals bekommt einen anderen Status.",
      ],
      "order/updated": [
        "Kanal: Bestellung geändert",
        "Irgendeine Angabe einer Bestellung des Kanals ändert sich.",
      ],
      "order/message/created": [
        "Kanal: Nachricht zu Bestellung angelegt",
        "Jemand schreibt eine Nachricht zu einer Bestellung des Kanals.",
      ],
      "order/refund/created": [
        "Kanal: Erstattung angelegt",
        "Eine Bestellung des Kanals wird ganz oder zum Teil erstattet.",
      ],
      "order/archived": [
        "Kanal: Bestellung archiviert",
        "Eine Bestellung des Kanals wird ins Archiv verschoben.",
      ],
      "cart/created": ["Kanal: Warenkorb angelegt", "Auf dem Kanal wird ein Warenkorb begonnen."],
      "cart/updated": ["Kanal: Warenkorb geändert", "Ein Warenkorb des Kanals ändert sich."],
      "cart/couponApplied": [
        "Kanal: Gutschein eingelöst",
        "Ein Gutscheincode wird auf einen Warenkorb des Kanals angewandt.",
      ],
      "cart/abandoned": ["Kanal: Warenkorb abgebrochen", "Ein Warenkorb des Kanals blieb liegen."],
      "cart/converted": [
        "Kanal: Warenkorb zu Bestellung geworden",
        "Ein Warenkorb des Kanals wird zur Bestellung.",
      ],
      "cart/deleted": ["Kanal: Warenkorb gelöscht", "Ein Warenkorb des Kanals wird geleert oder entfernt."],
      "cart/lineItem/created": [
        "Kanal: Warenkorbartikel angelegt",
        "Ein Artikel kommt in einen Warenkorb des Kanals.",
      ],
      "cart/lineItem/updated": [
        "Kanal: Warenkorbartikel geändert",
        "Menge oder Optionen eines Warenkorbartikels im Kanal ändern sich.",
      ],
      "cart/lineItem/deleted": [
        "Kanal: Warenkorbartikel gelöscht",
        "Ein Artikel wird aus einem Warenkorb des Kanals genommen.",
      ],
      "product/assigned": ["Kanal: Produkt zugeordnet", "Ein Produkt wird auf dem Kanal angeboten."],
      "product/unassigned": [
        "Kanal: Produktzuordnung aufgehoben",
        "Ein Produkt wird auf dem Kanal nicht mehr angeboten.",
      ],
      "category/created": [
        "Kanal: Kategorie angelegt",
        "Der Kategoriebaum des Kanals bekommt eine Kategorie.",
      ],
      "category/updated": [
        "Kanal: Kategorie geändert",
        "Eine Kategorie im Kategoriebaum des Kanals ändert sich.",
      ],
      "category/deleted": [
        "Kanal: Kategorie gelöscht",
        "Der Kategoriebaum des Kanals verliert eine Kategorie.",
      ],
      "category/product/assigned": [
        "Kanal: Produkt einer Kategorie zugeordnet",
        "Eine Kategorie des Kanals bekommt ein Produkt.",
      ],
      "category/product/unassigned": [
        "Kanal: Produkt aus Kategorie genommen",
        "Eine Kategorie des Kanals verliert ein Produkt.",
      ],
      "categoryTree/updated": [
        "Kanal: Kategoriebaum geändert",
        "Der Kategoriebaum des Kanals wird aufgebaut, geändert oder entfernt.",
      ],
      "page/created": ["Kanal: Seite angelegt", "Der Kanal bekommt eine Webseite."],
      "page/updated": ["Kanal: Seite geändert", "Eine Webseite des Kanals ändert sich."],
      "script/created": ["Kanal: Skript angelegt", "Der Kanal bekommt ein Skript."],
      "script/updated": ["Kanal: Skript geändert", "Ein Skript des Kanals ändert sich."],
      "theme/configuration/created": [
        "Kanal: Theme-Konfiguration angelegt",
        "Ein Theme des Kanals bekommt einen weiteren Satz von Gestaltungseinstellungen.",
      ],
      "theme/configuration/activated": ["Kanal: Theme veröffentlicht", "Ein Theme geht auf dem Kanal live."],
      "email/templates/updated": [
        "Kanal: E-Mail-Vorlage geändert",
        "Der Text einer E-Mail an Kunden des Kanals ändert sich.",
      ],
      "email/templates/deleted": [
        "Kanal: E-Mail-Vorlage gelöscht",
        "Der Kanal gibt seinen eigenen Text einer E-Mail auf und nutzt den des Shops.",
      ],
      "notifications/abandonedCart/updated": [
        "Kanal: Hinweise zu abgebrochenen Warenkörben geändert",
        "Die Einstellungen des Kanals für Hinweise zu abgebrochenen Warenkörben ändern sich.",
      ],
      "notifications/inventory/updated": [
        "Kanal: Bestandshinweise geändert",
        "Die Einstellungen des Kanals für Hinweise zum Bestand ändern sich.",
      ],
      "socialMediaLinks/updated": [
        "Kanal: Social-Media-Links geändert",
        "Ein Social-Media-Link des Kanals ändert sich.",
      ],
      "settings/site/updated": [
        "Kanal: Website geändert",
        "Die Website des Kanals wird hinzugefügt, geändert oder entfernt.",
      ],
      "settings/site/checkoutUrl/updated": [
        "Kanal: Checkout-Domain geändert",
        "Der Checkout des Kanals zieht auf eine andere Domain um.",
      ],
      "settings/site/checkoutUrl/deleted": [
        "Kanal: Checkout-Domain gelöscht",
        "Der Checkout des Kanals verliert seine eigene Domain.",
      ],
      "settings/route/updated": ["Kanal: Route geändert", "Eine Route der Website des Kanals ändert sich."],
      "settings/profile/updated": [
        "Kanal: Profil geändert",
        "Name, Anschrift oder Kontaktdaten, die der Kanal zeigt, ändern sich.",
      ],
      "settings/currency/updated": ["Kanal: Währung geändert", "Eine Währung des Kanals ändert sich."],
      "settings/locale/added": ["Kanal: Sprache hinzugefügt", "Der Kanal bekommt eine weitere Sprache."],
      "settings/locale/updated": ["Kanal: Sprache geändert", "Eine Sprache des Kanals ändert sich."],
      "settings/locale/deleted": ["Kanal: Sprache gelöscht", "Der Kanal gibt eine Sprache auf."],
      "settings/logo/updated": [
        "Kanal: Logo-Einstellungen geändert",
        "Die Art, wie der Kanal sein Logo zeigt, ändert sich.",
      ],
      "settings/logo/image/updated": ["Kanal: Logobild geändert", "Der Kanal bekommt ein anderes Logobild."],
      "settings/favicon/image/updated": ["Kanal: Favicon geändert", "Der Kanal bekommt ein anderes Favicon."],
      "settings/checkout/updated": [
        "Kanal: Checkout-Einstellungen geändert",
        "Checkout-Einstellungen, die für den Kanal gelten, ändern sich.",
      ],
      "settings/catalog/updated": [
        "Kanal: Katalogeinstellungen geändert",
        "Katalogeinstellungen, die für den Kanal gelten, ändern sich.",
      ],
      "settings/category/updated": [
        "Kanal: Kategorieeinstellungen geändert",
        "Einstellungen für Kategorieseiten, die für den Kanal gelten, ändern sich.",
      ],
      "settings/product/updated": [
        "Kanal: Produkteinstellungen geändert",
        "Einstellungen für Produktseiten, die für den Kanal gelten, ändern sich.",
      ],
      "settings/searchContextFilters/updated": [
        "Kanal: Suchfilter geändert",
        "Die Filter, die Kunden des Kanals in Suche und Kategorien sehen, ändern sich.",
      ],
      "settings/SEO/updated": [
        "Kanal: SEO-Einstellungen geändert",
        "Titel und Beschreibungen für Suchmaschinen ändern sich für den Kanal.",
      ],
      "settings/robots/updated": [
        "Kanal: Robots-Einstellungen geändert",
        "Die Regeln für Suchmaschinen-Robots ändern sich für den Kanal.",
      ],
      "settings/security/updated": [
        "Kanal: Sicherheitseinstellungen geändert",
        "Sicherheitseinstellungen, die für den Kanal gelten, ändern sich.",
      ],
      "settings/emailStatus/updated": [
        "Kanal: E-Mail-Status geändert",
        "Eine E-Mail an Kunden des Kanals wird ein- oder ausgeschaltet.",
      ],
      "settings/emailStatus/deleted": [
        "Kanal: E-Mail-Status gelöscht",
        "Der Kanal gibt sein eigenes Ein oder Aus einer E-Mail auf und folgt dem des Shops.",
      ],
      "settings/defaultCustomerGroup/updated": [
        "Kanal: Standard-Kundengruppe geändert",
        "Neue Kunden des Kanals kommen in eine andere Gruppe.",
      ],
      "settings/customerPrivacy/updated": [
        "Kanal: Kundendatenschutz geändert",
        "Datenschutzeinstellungen für Kunden des Kanals ändern sich.",
      ],
    }),
    "channel/created": ["Kanal angelegt", "Ein Verkaufskanal wird hinzugefügt."],
    "channel/updated": ["Kanal geändert", "Name, Status oder Sichtbarkeit eines Verkaufskanals ändert sich."],
    ...metafields("channel", "eines Kanals", "einem Kanal", "eines Kanals"),

    "metafield/*": [
      "Alle Metafeld-Ereignisse",
      "Ein Metafeld irgendeiner Ressource wird hinzugefügt, geändert oder entfernt.",
    ],
    "information/updated": [
      "Shop-Angaben geändert",
      "Name, Anschrift, Zeitzone, Tarif oder eine andere Einstellung des Shops ändert sich.",
    ],
    "redirects/updated": [
      "Weiterleitung geändert",
      "Eine Weiterleitung von einer alten Adresse auf eine neue ändert sich.",
    ],
    "hook/deliveryException": [
      "Zustellung gescheitert",
      "BigCommerce kann die Ereignisse eines anderen Webhooks von Keeper nicht zustellen.",
    ],
    "app/uninstalled": [
      "App deinstalliert",
      "Die App wird aus dem Shop entfernt, oder der Shop wird geschlossen.",
    ],
    ...metafields("", "", "irgendeiner Ressource", "irgendeiner Ressource"),
    ...metafields("store", "des Shops", "dem Shop", "des Shops"),

    "company/created": ["Unternehmen angelegt", "Ein Unternehmenskonto wird eröffnet."],
    "company/updated": [
      "Unternehmen geändert",
      "Angaben eines Unternehmens ändern sich, etwa Preisliste oder übergeordnetes Unternehmen.",
    ],
    "company/statusUpdated": [
      "Unternehmensstatus geändert",
      "Ein Unternehmen wird zugelassen, abgelehnt oder abgeschaltet.",
    ],
    "company/superadmin/assignmentUpdated": [
      "Super-Admins eines Unternehmens geändert",
      "Ein Unternehmen bekommt oder verliert einen Super-Admin.",
    ],
    "company/deleted": ["Unternehmen gelöscht", "Ein Unternehmenskonto wird entfernt."],
    "company/user/created": [
      "Unternehmensnutzer angelegt",
      "Ein Einkäufer wird einem Unternehmen hinzugefügt.",
    ],
    "company/user/updated": [
      "Unternehmensnutzer geändert",
      "Angaben eines Einkäufers eines Unternehmens ändern sich.",
    ],
    "company/user/deleted": [
      "Unternehmensnutzer gelöscht",
      "Ein Einkäufer wird aus einem Unternehmen entfernt.",
    ],
    "company/address/created": [
      "Unternehmensadresse angelegt",
      "Ein Unternehmen bekommt eine weitere Adresse.",
    ],
    "company/address/updated": [
      "Unternehmensadresse geändert",
      "Eine Adresse eines Unternehmens ändert sich.",
    ],
    "company/address/deleted": [
      "Unternehmensadresse gelöscht",
      "Eine Adresse eines Unternehmens wird entfernt.",
    ],
    "superadmin/created": ["Super-Admin angelegt", "Ein Super-Admin wird hinzugefügt."],
    "superadmin/updated": ["Super-Admin geändert", "Angaben eines Super-Admins ändern sich."],
    "superadmin/assignmentUpdated": [
      "Unternehmen eines Super-Admins geändert",
      "Ein Super-Admin bekommt oder verliert Unternehmen, um die er sich kümmert.",
    ],
    "superadmin/deleted": ["Super-Admin gelöscht", "Ein Super-Admin wird entfernt."],
    "quote/created": [
      "Angebot angelegt",
      "Ein Einkäufer bittet um ein Angebot, oder ein Verkäufer schreibt eines.",
    ],
    "quote/updated": [
      "Angebot geändert",
      "Artikel, Preise, Adressen oder Dateien eines Angebots ändern sich.",
    ],
    "quote/statusUpdated": ["Angebotsstatus geändert", "Ein Angebot bekommt einen anderen Status."],
    "quote/deleted": ["Angebot gelöscht", "Eine App entfernt ein Angebot."],
  },
  contains: {
    "the details of the single event": "die Angaben des einzelnen Ereignisses",
    "order ID": "Bestell-ID",
    "order ID, previous and new status": "Bestell-ID, voriger und neuer Status",
    "order ID and message ID": "Bestell-ID und Nachrichten-ID",
    "order ID, transaction ID, kind and result": "Bestell-ID, Transaktions-ID, Art und Ergebnis",
    "order ID and refund ID": "Bestell-ID und Erstattungs-ID",
    "metafield ID and order ID": "Metafeld-ID und Bestell-ID",
    "shipment ID and order ID": "Sendungs-ID und Bestell-ID",
    "product ID": "Produkt-ID",
    "product ID, method and amount": "Produkt-ID, Methode und Menge",
    "SKU ID, product ID and variant ID": "SKU-ID, Produkt-ID und Varianten-ID",
    "SKU ID, product ID, variant ID, method and amount":
      "SKU-ID, Produkt-ID, Varianten-ID, Methode und Menge",
    "option ID, affected product IDs, channel and locale":
      "Options-ID, betroffene Produkt-IDs, Kanal und Sprache",
    "modifier ID, affected product IDs, channel and locale":
      "Modifikator-ID, betroffene Produkt-IDs, Kanal und Sprache",
    "metafield ID and product ID": "Metafeld-ID und Produkt-ID",
    "metafield ID and variant ID": "Metafeld-ID und Varianten-ID",
    "variant ID, product ID and location ID": "Varianten-ID, Produkt-ID und Standort-ID",
    "location ID": "Standort-ID",
    "metafield ID and location ID": "Metafeld-ID und Standort-ID",
    "category ID": "Kategorie-ID",
    "metafield ID and category ID": "Metafeld-ID und Kategorie-ID",
    "metafield ID and brand ID": "Metafeld-ID und Marken-ID",
    "customer ID": "Kunden-ID",
    "customer ID and channel IDs": "Kunden-ID und Kanal-IDs",
    "address ID and customer ID": "Adress-ID und Kunden-ID",
    "subscriber ID": "Abonnenten-ID",
    "cart ID": "Warenkorb-ID",
    "cart ID and coupon ID": "Warenkorb-ID und Gutschein-ID",
    "cart ID and recovery token": "Warenkorb-ID und Token zur Wiederherstellung",
    "cart ID and order ID": "Warenkorb-ID und Bestell-ID",
    "line item ID and cart ID": "Artikel-ID und Warenkorb-ID",
    "metafield ID and cart ID": "Metafeld-ID und Warenkorb-ID",
    "price list ID": "Preislisten-ID",
    "price list IDs": "Preislisten-IDs",
    "price list ID, variant ID and currency": "Preislisten-ID, Varianten-ID und Währung",
    "list of price list IDs, variant IDs and currencies":
      "Liste von Preislisten-IDs, Varianten-IDs und Währungen",
    "price list ID, channel ID and customer group ID": "Preislisten-ID, Kanal-ID und Kundengruppen-ID",
    "channel ID": "Kanal-ID",
    "metafield ID and channel ID": "Metafeld-ID und Kanal-ID",
    "cart ID and line item ID": "Warenkorb-ID und Artikel-ID",
    "category ID and tree ID": "Kategorie-ID und Baum-ID",
    "tree ID": "Baum-ID",
    "page ID": "Seiten-ID",
    "script UUID": "Skript-UUID",
    "theme, version, variation and configuration IDs": "IDs von Theme, Version, Variante und Konfiguration",
    "kind of email template": "Art der E-Mail-Vorlage",
    "no details": "keine Angaben",
    "site ID": "Website-ID",
    "redirect ID, site ID, old path and target": "Weiterleitungs-ID, Website-ID, alter Pfad und Ziel",
    "webhook ID, error code and message": "Webhook-ID, Fehlercode und Meldung",
    "metafield ID and resource ID and type": "Metafeld-ID, ID und Typ der Ressource",
    "metafield ID and store ID": "Metafeld-ID und Shop-ID",
    "company ID": "Unternehmens-ID",
    "company ID and user ID": "Unternehmens-ID und Nutzer-ID",
    "company ID and address ID": "Unternehmens-ID und Adress-ID",
    "user ID": "Nutzer-ID",
    "quote ID": "Angebots-ID",
  },
  types: {
    order: "Bestellung",
    transaction: "Transaktion",
    shipment: "Sendung",
    product: "Produkt",
    variant: "Variante",
    sku: "SKU",
    option: "Option",
    modifier: "Modifikator",
    location: "Standort",
    category: "Kategorie",
    category_tree: "Kategoriebaum",
    brand: "Marke",
    customer: "Kunde",
    address: "Adresse",
    subscriber: "Abonnent",
    cart: "Warenkorb",
    cart_line_item: "Warenkorbartikel",
    price_list: "Preisliste",
    channel: "Kanal",
    page: "Seite",
    script: "Skript",
    theme: "Theme",
    email_template: "E-Mail-Vorlage",
    site: "Website",
    redirect: "Weiterleitung",
    webhook: "Webhook",
    store: "Shop",
    company: "Unternehmen",
    company_user: "Unternehmensnutzer",
    super_admin: "Super-Admin",
    quote: "Angebot",
  },
  channelAfter: (title, id) => `${title}, Kanal ${id}`,
  limits: {
    own: {
      "order/created": "Sagt nichts über eine Zahlung: Auch eine unbezahlte Bestellung zählt.",
      "order/updated":
        "Sagt nicht, was sich geändert hat. Eine Statusänderung sendet auch „Bestellstatus geändert“.",
      "order/statusUpdated": "Andere Änderungen einer Bestellung kommen als „Bestellung geändert“.",
      "order/refund/created":
        "Sagt nicht, was zurück in den Bestand geht. Der neue Status der Bestellung kommt als eigenes Ereignis.",
      "cart/created":
        "Für eine Aktion kommen zwei Ereignisse an, weil auch „Warenkorb geändert“ gesendet wird.",
      "cart/updated":
        "Wird sehr oft gesendet, auch wenn ein Warenkorb angelegt wird oder seinen letzten Artikel verliert.",
      "cart/deleted": "Der Warenkorb kann nicht mehr gelesen werden.",
      "cart/couponApplied": "Wird ein Gutschein entfernt, kommt nichts dieses Typs.",
      "cart/abandoned":
        "Kommt frühestens eine Stunde nach der letzten Änderung. Ob der Kunde zurückkommt, wird nicht gesagt.",
      "cart/converted": "Der Warenkorb kann nicht mehr gelesen werden: Lesen Sie die Bestellung.",
      "product/updated":
        "Die meisten Änderungen an Bildern und alle an Varianten fehlen; Varianten kommen als SKU-Ereignisse.",
      "product/inventory/updated":
        "Bestand, den eine Bestellung nimmt, fehlt, ebenso Bestand, der je Variante geführt wird.",
      "product/inventory/order/updated":
        "Änderungen durch Mitarbeiter oder eine App fehlen, ebenso Teilerstattungen.",
      "sku/created": "Die ID ist die der SKU; die Produkt-API kennt die ID der Variante, die danebensteht.",
      "sku/updated": "Die ID ist die der SKU; die Produkt-API kennt die ID der Variante, die danebensteht.",
      "sku/deleted": "Die Variante kann nicht mehr gelesen werden.",
      "sku/inventory/updated":
        "Bestand, den eine Bestellung nimmt, fehlt, ebenso Produkte, die nicht je Variante geführt werden.",
      "sku/inventory/order/updated":
        "Änderungen durch Mitarbeiter oder eine App fehlen, ebenso Teilerstattungen.",
      "priceList/record/created": "Preise, die eine App gesammelt schreibt, kommen als „Preise angelegt“.",
      "priceList/record/updated": "Preise, die eine App gesammelt schreibt, kommen als „Preise geändert“.",
      "priceList/record/deleted": "Preise, die eine App gesammelt entfernt, kommen als „Preise gelöscht“.",
      "priceList/records/created":
        "Ein Ereignis enthält viele Preise. Ein einzelner Preis kommt als eigener Ereignistyp.",
      "priceList/records/updated":
        "Ein Ereignis enthält viele Preise. Ein einzelner Preis kommt als eigener Ereignistyp.",
      "priceList/records/deleted":
        "Ein Ereignis enthält viele Preise. Ein einzelner Preis kommt als eigener Ereignistyp.",
      "priceList/assignment/updated": "Produkte und SKUs senden nichts, wenn sich ihre Preisliste ändert.",
      "app/uninstalled":
        "Danach kann nichts gelesen werden. BigCommerce sagt es der App auch auf anderem Weg, auf den sie hört.",
      "information/updated": "Sagt nicht, welche Einstellung sich geändert hat.",
      "hook/deliveryException": "Braucht eine eigene Adresse, die der Betreiber von Keeper festlegt.",
      "category/product/assigned": "Das Ereignis nennt die Kategorie nicht.",
      "category/product/unassigned": "Das Ereignis nennt die Kategorie nicht.",
      "categoryTree/updated": "Sagt nicht, welche Kategorie sich geändert hat.",
      "page/created": "Für eine gelöschte Seite gibt es kein Ereignis.",
      "page/updated": "Für eine gelöschte Seite gibt es kein Ereignis.",
      "script/created": "Für ein gelöschtes Skript gibt es kein Ereignis.",
      "script/updated": "Für ein gelöschtes Skript gibt es kein Ereignis.",
      "redirects/updated": "Weiterleitungen, die hinzukommen oder entfernt werden, senden nichts.",
      "email/templates/deleted": "Die Vorlage fällt auf die zurück, die sie erbt.",
      "company/created": "Unternehmen, die gesammelt angelegt werden, fehlen.",
      "quote/created": "Entwürfe fehlen.",
      "quote/updated": "Nachrichten und E-Mails zum Angebot fehlen.",
    },
    missing: {
      "brand/": "Marken selbst senden keine Ereignisse, nur ihre Metafelder.",
      "order/message": "Nachrichten, die geändert oder entfernt werden, senden nichts.",
      "settings/": "Sagt nicht, wie die Einstellung vorher war.",
      "notifications/": "Sagt nicht, wie die Einstellung vorher war.",
      "customer/": "Kundengruppen senden keine eigenen Ereignisse.",
    },
    wildcard:
      "Jedes Ereignis kommt unter seinem eigenen Typ. Schalten Sie diese nicht auch ein, sonst kommt jedes doppelt an.",
    wildcardOfChannels:
      "Shops berichten, dass er alles bringt, was in ihren Kanälen geschieht, auch Warenkörbe und ihre Artikel: viele Ereignisse. Sicher ist das nicht.",
    wildcardOfCarts: "Metafelder von Warenkörben gehören nicht sicher dazu.",
    b2b: "Der Shop braucht B2B Edition, und die App die Berechtigung dazu.",
    otherChannels: "Andere Kanäle fehlen.",
    asterisk: "Das Sternchen steht für alle Kanäle und wird so registriert.",
    metafieldDeleted: "Das Metafeld kann nicht mehr gelesen werden.",
    metafieldValue: "Sein Wert steht nicht im Ereignis: Lesen Sie ihn.",
    deleted: "Gelöschtes kann nicht mehr gelesen werden.",
    created: "Spätere Änderungen kommen als Ereignisse anderer Typen.",
    updated: "Sagt nicht, was sich geändert hat.",
    general: "Nennt die Sache und sonst nichts: Lesen Sie sie für den Rest.",
  },
};

/** What happened, by path. */
export const DE_EVENTS: EventTexts = {
  phrases: {
    "order/statusUpdated": "{} hat einen neuen Status",
    "order/message/created": "Neue Nachricht zu {}",
    "order/refund/created": "{} wurde erstattet",
    "order/transaction/created": "Neue Transaktion zu {}",
    "order/transaction/updated": "Eine Transaktion von {} wurde geändert",
    "product/inventory/updated": "Der Bestand von {} wurde geändert",
    "product/inventory/order/updated": "Der Bestand von {} wurde durch eine Bestellung geändert",
    "sku/inventory/updated": "Der Bestand von {} wurde geändert",
    "sku/inventory/order/updated": "Der Bestand von {} wurde durch eine Bestellung geändert",
    "inventory/product/stock_changed": "Der Bestand von {} wurde geändert",
    "inventory/product/low_stock_reached": "{} ist fast ausverkauft",
    "inventory/product/out_of_stock_reached": "{} ist ausverkauft",
    "inventory/product/settings_changed": "Die Bestandseinstellungen von {} wurden geändert",
    "customer/address/created": "{} hat eine Adresse bekommen",
    "customer/address/updated": "Eine Adresse von {} wurde geändert",
    "customer/address/deleted": "Eine Adresse von {} wurde gelöscht",
    "customer/payment/instrument/default/updated": "Die Standard-Zahlungsart von {} wurde geändert",
    "customer/channel/login/access/updated": "Der Kanalzugang von {} wurde geändert",
    "cart/couponApplied": "Gutschein auf {} angewendet",
    "cart/converted": "{} wurde zur Bestellung",
    "cart/lineItem/created": "Artikel zu {} hinzugefügt",
    "cart/lineItem/updated": "Artikel in {} geändert",
    "cart/lineItem/deleted": "Artikel aus {} entfernt",
    "priceLists/deleted": "Preislisten wurden gelöscht, zuerst {}",
    "priceList/record/created": "{} hat einen Preis bekommen",
    "priceList/record/updated": "Ein Preis von {} wurde geändert",
    "priceList/record/deleted": "Ein Preis von {} wurde gelöscht",
    "priceList/records/created": "Preise wurden angelegt, zuerst {}",
    "priceList/records/updated": "Preise wurden geändert, zuerst {}",
    "priceList/records/deleted": "Preise wurden gelöscht, zuerst {}",
    "priceList/assignment/updated": "Die Zuordnung von {} wurde geändert",
    "priceList/assignment/deleted": "Die Zuordnung von {} wurde gelöscht",
    "product/assigned": "{} wurde zugeordnet",
    "product/unassigned": "Die Zuordnung von {} wurde aufgehoben",
    "category/product/assigned": "{} kam in eine Kategorie",
    "category/product/unassigned": "{} wurde aus einer Kategorie genommen",
    "settings/emailStatus/updated": "Der Status von {} wurde geändert",
    "settings/emailStatus/deleted": "Der Status von {} wurde zurückgesetzt",
    "email/templates/deleted": "{} wurde zurückgesetzt",
    "settings/searchContextFilters/updated": "Die Suchfilter von {} wurden geändert",
    "settings/site/checkoutUrl/updated": "Die Checkout-Domain von {} wurde geändert",
    "settings/site/checkoutUrl/deleted": "Die Checkout-Domain von {} wurde gelöscht",
    "settings/route/updated": "Eine Route von {} wurde geändert",
    "theme/configuration/created": "{} hat eine Konfiguration bekommen",
    "theme/configuration/activated": "{} wurde veröffentlicht",
    "hook/deliveryException": "Eine Zustellung von {} ist gescheitert",
    "company/statusUpdated": "{} hat einen neuen Status",
    "company/superadmin/assignmentUpdated": "Die Super-Admins von {} wurden geändert",
    "company/address/created": "{} hat eine Adresse bekommen",
    "company/address/updated": "Eine Adresse von {} wurde geändert",
    "company/address/deleted": "Eine Adresse von {} wurde gelöscht",
    "superadmin/assignmentUpdated": "Die Unternehmen von {} wurden geändert",
    "quote/statusUpdated": "{} hat einen neuen Status",
  },
  metafieldPhrases: {
    created: "{} hat ein Metafeld bekommen",
    updated: "Ein Metafeld von {} wurde geändert",
    deleted: "Ein Metafeld von {} wurde gelöscht",
  },
  verbPhrases: {
    created: "{} wurde angelegt",
    updated: "{} wurde geändert",
    deleted: "{} wurde gelöscht",
    archived: "{} wurde archiviert",
    abandoned: "{} wurde abgebrochen",
    activated: "{} wurde aktiviert",
    deactivated: "{} wurde deaktiviert",
  },
  lowersNames: false,
  lowersFields: false,
  told: (label, what) => `${label}: ${what}`,
  source: {
    "keeper.hook.off": (type) => `${type}: Der Webhook wurde bei BigCommerce ausgeschaltet`,
    "keeper.gap.found": (type) => `${type}: Vielleicht fehlen Ereignisse`,
    "keeper.gap.closed": (type) => `${type}: Der Webhook ist wieder eingeschaltet`,
  },
  becameOrder: (label, order) => `${label} wurde zu Bestellung ${order}`,
  more: (count) => `und ${count} weitere`,
  orderStatuses: ORDER_STATUSES,
  channel: (id) => ` (Kanal ${id})`,
};
