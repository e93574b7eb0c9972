import { addressUpdated, customerEvent } from "./events.ts";
import { findCustomer, ShopError } from "./find.ts";
import type { Random } from "./random.ts";
import { inventCustomer, inventPlace } from "./seed.ts";
import type { ActionResult } from "./result.ts";
import type { ShopState } from "./state.ts";

/** A new customer, made up, signs up. */
export function signUp(shop: ShopState, now: Date, random: Random): ActionResult {
  const customer = inventCustomer(shop, now, random);
  shop.customers.push(customer);
  return {
    summary: `${customer.firstName} ${customer.lastName} signed up`,
    events: [customerEvent("created", customer)],
  };
}

/**
 * Sets a customer's name or email; what is left out stays. Fires nothing when all is as it was.
 * Throws ShopError when another customer has the email.
 */
export function editCustomer(
  shop: ShopState,
  input: {
    customerId: number;
    firstName?: string | undefined;
    lastName?: string | undefined;
    email?: string | undefined;
  },
  now: Date,
): ActionResult {
  const customer = findCustomer(shop, input.customerId);
  const wanted = {
    firstName: input.firstName ?? customer.firstName,
    lastName: input.lastName ?? customer.lastName,
    email: input.email ?? customer.email,
  };
  const owner = shop.customers.find(({ email }) => email.toLowerCase() === wanted.email.toLowerCase());
  if (owner && owner !== customer) throw new ShopError(`Customer ${owner.id} has this email already`);
  const isSame =
    wanted.firstName === customer.firstName &&
    wanted.lastName === customer.lastName &&
    wanted.email === customer.email;
  if (isSame) return { summary: `Customer ${customer.id} is as before`, events: [] };
  Object.assign(customer, wanted, { updatedAt: now.toISOString() });
  return {
    summary: `Customer ${customer.id}, ${customer.firstName} ${customer.lastName}, updated`,
    events: [customerEvent("updated", customer)],
  };
}

/** A customer moves: their first address becomes another, made-up one. Throws ShopError when they have none. */
export function moveHouse(
  shop: ShopState,
  input: { customerId: number },
  now: Date,
  random: Random,
): ActionResult {
  const customer = findCustomer(shop, input.customerId);
  const address = customer.addresses[0];
  if (!address) throw new ShopError(`Customer ${customer.id} has no address`);
  Object.assign(address, inventPlace(random));
  customer.updatedAt = now.toISOString();
  return {
    summary: `${customer.firstName} ${customer.lastName} moved to ${address.city}`,
    events: [addressUpdated(customer, address.id)],
  };
}
