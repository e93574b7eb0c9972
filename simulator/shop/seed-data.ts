/** A product of a new shop: its variants' labels are empty when it comes in one form only. */
export interface ProductSeed {
  name: string;
  sku: string;
  priceCents: number;
  variants?: readonly string[];
}

const SIZES = ["Small", "Medium", "Large"] as const;

/** What a new shop sells. */
export const PRODUCT_SEEDS: readonly ProductSeed[] = [
  { name: "Linen Apron", sku: "APR-LIN", priceCents: 3800 },
  { name: "Oak Cutting Board", sku: "BRD-OAK", priceCents: 5450 },
  { name: "Enamel Kettle", sku: "KTL-ENM", priceCents: 6200, variants: ["Cream", "Forest", "Slate"] },
  { name: "Stoneware Mug", sku: "MUG-STN", priceCents: 1800, variants: ["Sand", "Ink"] },
  { name: "Cast Iron Pan", sku: "PAN-IRN", priceCents: 7900, variants: ["20 cm", "26 cm"] },
  { name: "Beeswax Wrap Set", sku: "WRP-BEE", priceCents: 2250 },
  { name: "Copper Measuring Cups", sku: "CUP-COP", priceCents: 3400 },
  { name: "Walnut Salad Servers", sku: "SRV-WAL", priceCents: 2900 },
  { name: "Pour-Over Coffee Set", sku: "COF-POV", priceCents: 4850 },
  { name: "Glass Storage Jar", sku: "JAR-GLS", priceCents: 1250, variants: ["0.5 l", "1 l", "2 l"] },
  { name: "Cotton Tea Towels, Set of 3", sku: "TWL-COT", priceCents: 2100 },
  { name: "Bread Proofing Basket", sku: "BSK-PRF", priceCents: 2650 },
  { name: "Olive Wood Spoon", sku: "SPN-OLV", priceCents: 1450 },
  { name: "Ceramic Pie Dish", sku: "DSH-PIE", priceCents: 3950 },
  { name: "Chef's Knife", sku: "KNF-CHF", priceCents: 11900 },
  { name: "Knife Sharpening Stone", sku: "STN-SHP", priceCents: 3250 },
  { name: "Wool Oven Mitts", sku: "MIT-WOL", priceCents: 2400, variants: SIZES },
  { name: "Pepper Mill", sku: "MIL-PEP", priceCents: 4200 },
  { name: "Marble Pastry Board", sku: "BRD-MAR", priceCents: 6900 },
  { name: "Kitchen Timer", sku: "TMR-KIT", priceCents: 1950 },
  { name: "Recipe Notebook", sku: "BOK-REC", priceCents: 1600 },
  { name: "Canvas Market Bag", sku: "BAG-CNV", priceCents: 2800, variants: ["Natural", "Navy"] },
  { name: "Espresso Cups, Set of 4", sku: "CUP-ESP", priceCents: 3600 },
  { name: "Herb Planter", sku: "PLT-HRB", priceCents: 4400 },
];

/** The categories of every shop. Products lie in them by turns. */
export const CATEGORIES = [
  { id: 23, name: "Cooking", path: "/cooking/" },
  { id: 24, name: "Baking", path: "/baking/" },
  { id: 25, name: "Coffee and tea", path: "/coffee-and-tea/" },
  { id: 26, name: "Table", path: "/table/" },
] as const;

// prettier-ignore
export const FIRST_NAMES = [
  "Ada", "Amir", "Beatriz", "Ben", "Chloe", "Daniel", "Elif", "Emma", "Farah", "Finn", "Grace", "Hana", "Hugo",
  "Ines", "Jonas", "Kofi", "Lena", "Liam", "Maya", "Nora", "Oscar", "Priya", "Quinn", "Rosa", "Sam", "Tara",
  "Theo", "Uma", "Viktor", "Wanda", "Yuki", "Zoe",
] as const;

// prettier-ignore
export const LAST_NAMES = [
  "Adams", "Baker", "Castillo", "Dubois", "Evans", "Fischer", "Garcia", "Hansen", "Ito", "Jensen", "Kowalski",
  "Lopez", "Meyer", "Novak", "Okafor", "Patel", "Quiroga", "Rossi", "Silva", "Tanaka", "Usman", "Varga",
  "Walker", "Young", "Zhang",
] as const;

export const STREETS = [
  "Birch Lane",
  "Canal Street",
  "Elm Avenue",
  "Harbor Road",
  "Mill Street",
  "Orchard Way",
] as const;

/** City, state and the first three digits of its zip codes. */
export const CITIES = [
  ["Austin", "Texas", "787"],
  ["Denver", "Colorado", "802"],
  ["Madison", "Wisconsin", "537"],
  ["Portland", "Oregon", "972"],
  ["Raleigh", "North Carolina", "276"],
  ["Tucson", "Arizona", "857"],
] as const;
