import type * as english from "#lib/messages/en/changes.ts";
import { listedIn } from "#lib/messages/format/listed.ts";
import { changeTextsIn, fieldNamesIn, valueTextsIn, type ValueWords } from "#lib/messages/changed-fields.ts";
import type { ReadKind } from "#lib/contract/values/changes.ts";

export const area = "changes";

const KINDS: Readonly<Record<ReadKind, string>> = {
  order: "les commandes",
  product: "les produits",
  variant: "les variantes",
  category: "les catégories",
  customer: "les clients",
};

/** One thing, as a sentence names it. */
const THINGS: Readonly<Record<ReadKind, string>> = {
  order: "cette commande",
  product: "ce produit",
  variant: "cette variante",
  category: "cette catégorie",
  customer: "ce client",
};

export const CHANGES: typeof english.CHANGES = {
  slow: "Les changements se chargent plus lentement que d’habitude.",
  list: "Changements",
  more: (count) => `Afficher les ${count} changements`,
  asItIs: "État actuel",
  asOf: (read) => `État du ${read}.`,
  hidden: "Seul le propriétaire de la boutique le voit.",
  compared: (known, events) =>
    events > 1
      ? `Comparé avec l’état du ${known}. ${events === 100 ? "100 événements ou plus" : `${events} événements`} ont eu lieu depuis ; chacun peut en être la cause.`
      : `Comparé avec l’état du ${known}.`,
  masked: "Modifié. Seul le propriétaire de la boutique voit les valeurs.",
  toSettings: "Ouvrir les paramètres",

  same: (known) => `Rien de ce que nous suivons n’a changé depuis le ${known}.`,
  first: (kind) =>
    `Nous voyons ${THINGS[kind]} pour la première fois. Les prochains changements s’afficheront ici.`,
  gone: "Cela n’existe plus.",
  tooLarge: "Plus de 64 Ko : nous ne pouvons pas comparer.",
  waiting: "Nous vérifions ce qui a changé…",
  retrying: (at, why) => `${why} Prochain essai : ${at}.`,
  quota: (at) =>
    `Nous avons utilisé notre part de la limite d’API de votre boutique. Nous reprenons : ${at}.`,
  failed: (why) => `${why} Nous vérifierons après le prochain événement.`,
  off: "Le suivi des changements est désactivé.",
  notGranted: (kind, scope) => `Keeper ne peut pas lire ${KINDS[kind]}. Il faut l’autorisation ${scope}.`,
  notRead: "Nous n’avons pas vérifié cet événement.",
  test: "Événement de test. Rien n’a changé dans votre boutique.",
  demo: "Événement de démo. Nous n’avons pas vérifié ce qui a changé.",
  nothing: "Nous montrons les changements des commandes, produits, variantes, catégories et clients.",
};

const FAILURES: Readonly<Record<string, string>> = {
  NEEDS_REAUTHORISATION: "Autorisez à nouveau l’application.",
  BIGCOMMERCE_UNREACHABLE: "BigCommerce ne répond pas.",
  BIGCOMMERCE_UNREADABLE: "Nous n’avons pas pu lire la réponse de BigCommerce.",
  BIGCOMMERCE_RATE_LIMITED: "La limite d’API de votre boutique était atteinte.",
  BIGCOMMERCE_FORBIDDEN: "BigCommerce ne nous a pas laissés lire cela.",
};

export const failureText: typeof english.failureText = (code) =>
  FAILURES[code ?? ""] ?? "BigCommerce n’a pas répondu comme prévu.";

export const READING: typeof english.READING = {
  title: "Suivi des changements",
  text: "Après chaque événement, nous consultons la commande, le produit ou le client et montrons ce qui a changé. Nous utilisons au plus la moitié de votre limite d’API.",
  label: "Suivre ce qui change",
  isOn: "Le suivi des changements est activé",
  isOff: "Le suivi des changements est désactivé. Les changements précédents restent dans le journal.",
  slow: "Le suivi des changements se charge plus lentement que d’habitude.",
};

export const grantedText: typeof english.grantedText = ({ kinds }) => {
  const granted = kinds.filter(({ isGranted }) => isGranted).map(({ kind }) => KINDS[kind]);
  const missing = kinds.filter(({ isGranted }) => !isGranted);
  const scopes = [...new Set(missing.map(({ scope }) => scope))];
  return [
    granted.length > 0
      ? `Keeper peut lire ${listed(granted)}.`
      : "Keeper ne peut rien lire de ce qui change.",
    ...(missing.length > 0
      ? [
          `Keeper ne peut pas lire ${listed(missing.map(({ kind }) => KINDS[kind]))}. Votre développeur ajoute ${scopes.length === 1 ? "l’autorisation" : "les autorisations"} ${listed(scopes)} dans le Developer Portal, puis le propriétaire rouvre Keeper.`,
        ]
      : []),
  ].join(" ");
};

const listed = listedIn("fr");

const VALUES: ValueWords = {
  none: "rien",
  empty: "vide",
  yes: "oui",
  no: "non",
  added: (value) => `ajouté : ${value}`,
  removed: (value) => `retiré : ${value}`,
  masked: CHANGES.masked,
};

// What is not named here keeps the name that BigCommerce gives it.
const NAMED: Readonly<Partial<Record<string, string>>> = {
  name: "Nom",
  description: "Description",
  price: "Prix",
  sale_price: "Prix promotionnel",
  map_price: "Prix minimum affiché (MAP)",
  custom_url: "Adresse dans la boutique",
  retail_price: "Prix conseillé",
  cost_price: "Prix d’achat",
  calculated_price: "Prix calculé",
  weight: "Poids",
  width: "Largeur",
  height: "Hauteur",
  depth: "Profondeur",
  sku: "SKU",
  inventory_level: "Stock",
  inventory_warning_level: "Seuil d’alerte",
  inventory_tracking: "Suivi du stock",
  is_visible: "Visible",
  is_featured: "Mis en avant",
  is_free_shipping: "Livraison gratuite",
  availability: "Disponibilité",
  condition: "État de l’article",
  categories: "Catégories",
  brand_id: "Marque (ID)",
  status: "Statut",
  status_id: "Statut (ID)",
  items_total: "Articles",
  items_shipped: "Articles expédiés",
  total_inc_tax: "Total TTC",
  total_ex_tax: "Total HT",
  subtotal_inc_tax: "Sous-total TTC",
  subtotal_ex_tax: "Sous-total HT",
  refunded_amount: "Remboursé",
  discount_amount: "Remise",
  payment_method: "Moyen de paiement",
  payment_status: "Statut du paiement",
  staff_notes: "Notes internes",
  customer: "Client",
  customer_message: "Message du client",
  customer_id: "Client (ID)",
  customer_group_id: "Groupe de clients (ID)",
  billing_address: "Adresse de facturation",
  shipping_address: "Adresse de livraison",
  first_name: "Prénom",
  last_name: "Nom de famille",
  company: "Société",
  email: "E-mail",
  phone: "Téléphone",
  street_1: "Rue",
  street_2: "Rue, 2e ligne",
  city: "Ville",
  state: "Région",
  zip: "Code postal",
  country: "Pays",
  notes: "Notes",
  date_modified: "Modifié le",
  date_shipped: "Expédié le",
  sort_order: "Ordre",
  parent_id: "Parent (ID)",
};

export const fieldName: typeof english.fieldName = fieldNamesIn(NAMED, { id: "ID", ids: "ID", url: "URL" });
export const valueText: typeof english.valueText = valueTextsIn(VALUES);
export const changeValue: typeof english.changeValue = changeTextsIn(VALUES);
