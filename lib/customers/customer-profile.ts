import type { CustomerInput } from "@/lib/processout";

export type Profile = {
  id: string;
  email: string;
  name: string | null;
  phoneDialingCode: string | null;
  phoneNumber: string | null;
  address1: string | null;
  address2: string | null;
  city: string | null;
  state: string | null;
  zip: string | null;
  countryCode: string | null;
};

/**
 * Everything we know about a user, as ProcessOut takes it: the more it has, the better its fraud checks. Fields
 * that are empty here are left out, and longer ones cut to ProcessOut's limits (80 characters, 16 for a zip).
 *
 * The currency is left out on purpose. ProcessOut takes it from the first payment and never lets it change, so a
 * shop with several would lock a shopper to the wrong one by guessing here.
 */
export function customerInput(user: Profile): CustomerInput {
  const [firstName, ...otherNames] = (user.name ?? "").trim().split(/\s+/);
  const phone = user.phoneNumber && { number: user.phoneNumber, dialing_code: user.phoneDialingCode ?? "" };
  const fields = {
    first_name: cut(firstName),
    last_name: cut(otherNames.join(" ")),
    email: user.email,
    phone: phone || undefined,
    address1: cut(user.address1),
    address2: cut(user.address2),
    city: cut(user.city),
    state: cut(user.state),
    zip: cut(user.zip, 16),
    country_code: cut(user.countryCode, 2),
    reference_id: user.id,
    metadata: { user_id: user.id },
  };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

const cut = (text: string | null | undefined, limit = 80) => text?.slice(0, limit) || undefined;
