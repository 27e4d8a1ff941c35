import { z } from "zod";
import type { ReadOptions, WriteOptions } from "./call";
import { path } from "./path";
import type { Request } from "./request";
import { flag, type Known, metadata, nothing, openEnum, text, timestamp } from "./schema";

/**
 * Customers: the shoppers that tokens belong to. Left out: GET /customers, GET /customers/{c}/subscriptions.
 */
export const customerSchema = z.looseObject({
  id: z.string(),
  project_id: text,
  /** The token charged when the customer id itself is the source. */
  default_token_id: text,
  /** ISO 4217. Taken from the first payment if not set; never changes afterwards. */
  currency: text,
  email: text,
  first_name: text,
  last_name: text,
  company_name: text,
  address1: text,
  address2: text,
  city: text,
  state: text,
  zip: text,
  country_code: text,
  phone: z.looseObject({ number: text, dialing_code: text }).nullish(),
  phone_number: text,
  ip_address: text,
  date_of_birth: text,
  legal_document: text,
  sex: openEnum("male", "female").nullish(),
  is_business: flag,
  /** The merchant's own id. */
  reference_id: text,
  metadata,
  sandbox: flag,
  created_at: timestamp,
  registered_at: text,
});

export type Customer = Known<z.infer<typeof customerSchema>>;

/** All optional. ProcessOut's limits: names, address lines, city and state 80 characters, zip 16. */
export type CustomerUpdate = {
  email?: string;
  /** Emoji and symbols are removed by ProcessOut, `_` becomes a space. */
  first_name?: string;
  last_name?: string;
  company_name?: string;
  address1?: string;
  address2?: string;
  city?: string;
  state?: string;
  zip?: string;
  /** ISO 3166, two letters. */
  country_code?: string;
  /** Number up to 14 digits without the dialling code; the code as "+33" or "0033". */
  phone?: { number: string; dialing_code: string };
  ip_address?: string;
  date_of_birth?: string;
  legal_document?: string;
  sex?: "male" | "female";
  is_business?: boolean;
  registered_at?: string;
  metadata?: Record<string, string>;
  default_token_id?: string;
};

export type CustomerInput = Omit<CustomerUpdate, "default_token_id"> & {
  /** ISO 4217; cannot change once set. */
  currency?: string;
  /** The merchant's own id: up to 80 printable ASCII characters, no spaces. */
  reference_id?: string;
};

const answer = z.looseObject({ customer: customerSchema });

export type Customers = ReturnType<typeof createCustomers>;

export function createCustomers(request: Request) {
  return {
    async create(input: CustomerInput, options: WriteOptions): Promise<Customer> {
      const call = { method: "POST", path: "/customers", body: input, schema: answer } as const;
      return (await request({ ...call, ...options })).customer;
    },

    /** NotFoundError when it was deleted or belongs to another project or environment. */
    async find(customerId: string, options: ReadOptions = {}): Promise<Customer> {
      const call = { method: "GET", path: path`/customers/${customerId}`, schema: answer } as const;
      return (await request({ ...call, ...options })).customer;
    },

    /** Omitted fields keep their values. `currency` and `reference_id` cannot be changed. */
    async update(customerId: string, input: CustomerUpdate, options: WriteOptions): Promise<Customer> {
      const call = {
        method: "PUT",
        path: path`/customers/${customerId}`,
        body: input,
        schema: answer,
      } as const;
      return (await request({ ...call, ...options })).customer;
    },

    async delete(customerId: string, options: WriteOptions): Promise<void> {
      await request({ method: "DELETE", path: path`/customers/${customerId}`, schema: nothing, ...options });
    },
  };
}
