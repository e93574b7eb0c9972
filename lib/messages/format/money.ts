/** A field whose values are amounts of money, by its name. */
const MONEY = /(?:^|_)(?:price|cost|total|subtotal|amount|discount|refunded|balance|tax)(?:_|$)/;
const NO_MONEY = /^items_|_id$|_class|_name|quantity|rate/;
/** Prices are kept to four decimals. */
const DECIMALS_MAX = 4;

/** Whether the values of a field are amounts of money. Pure. @param path Where it stands, as BigCommerce names it. */
export function isMoney(path: readonly string[]): boolean {
  const field = path.findLast((part) => !/^\d+$/.test(part)) ?? "";
  return MONEY.test(field) && !NO_MONEY.test(field);
}

/** Whether text is a currency's code of ISO 4217, as far as its form tells. Pure. */
export function isCurrency(code: unknown): code is string {
  return typeof code === "string" && /^[A-Z]{3}$/.test(code);
}

/**
 * An amount with its currency's code, "USD 21.00"; the number alone where the currency is not known. Pure.
 * @param tag A language, such as "en-US".
 */
export function money(amount: number, currency: string | null, tag: string): string {
  if (!isCurrency(currency)) return formatOf(null, tag).format(amount);
  return formatOf(currency, tag).format(amount).replaceAll("\u{a0}", " ");
}

/** From one amount to another, with the code once: "USD 21.00 → 20.50", in French "21,00 → 20,50 USD". Pure. */
export function moneyChange(before: number, after: number, currency: string | null, tag: string): string {
  const [old, young] = [before, after].map((amount) => money(amount, currency, tag));
  if (!isCurrency(currency)) return `${old} → ${young}`;
  const bare = (text: string | undefined) => text?.replace(currency, "").trim();
  return young?.startsWith(currency) ? `${old} → ${bare(young)}` : `${bare(old)} → ${young}`;
}

function formatOf(currency: string | null, tag: string): Intl.NumberFormat {
  if (currency === null)
    return new Intl.NumberFormat(tag, { minimumFractionDigits: 2, maximumFractionDigits: DECIMALS_MAX });
  const options = { style: "currency", currency, currencyDisplay: "code" } as const;
  const { maximumFractionDigits = 2 } = new Intl.NumberFormat(tag, options).resolvedOptions();
  return new Intl.NumberFormat(tag, {
    ...options,
    maximumFractionDigits: Math.max(maximumFractionDigits, DECIMALS_MAX),
    minimumFractionDigits: maximumFractionDigits,
  });
}
