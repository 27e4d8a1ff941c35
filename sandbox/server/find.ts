import type { Collection, Row } from "../store/collection";
import type { CustomerRow, TokenRow } from "../store/rows";
import { notFound } from "./errors";
import type { Context } from "./route";

type Owned = Row & { project_id: string };

/** The row with this id if the caller's environment has it; 404 `resource.{name}.not-found` otherwise. */
export function find<R extends Owned>(
  { project }: Pick<Context, "project">,
  collection: Collection<R>,
  id: string,
  name: string,
): R {
  const row = collection.get(id);
  if (row?.project_id !== project.id) throw notFound(name);
  return row;
}

export const findCustomer = (context: Context, id = context.path.customer ?? ""): CustomerRow =>
  find(context, context.store.customers, id, "customer");

/** A token of the customer in the path; one of another customer does not exist there. */
export function findToken(context: Context): { customer: CustomerRow; token: TokenRow } {
  const customer = findCustomer(context);
  const token = find(context, context.store.tokens, context.path.token ?? "", "token");
  if (token.customer_id !== customer.id) throw notFound("token");
  return { customer, token };
}
