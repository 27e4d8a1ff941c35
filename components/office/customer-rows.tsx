import type { OfficeCustomer } from "@/lib/office/screens";
import { Moment } from "./moment";
import { Row, RowLink, Rows } from "./rows";

export function CustomerRows({ customers }: { customers: OfficeCustomer[] }) {
  return (
    <Rows label="Customers">
      {customers.map(({ id, name, email, since, cards, orders }) => (
        <Row key={id} columns="md:grid-cols-[1fr_1fr_11rem_11rem]">
          <RowLink href={`/office/customers/${id}`}>{name ?? email}</RowLink>
          <span className="truncate text-muted">{email}</span>
          <span className="text-muted">
            {count(cards, "card")} · {count(orders, "order")}
          </span>
          <span className="text-muted max-md:hidden">
            <Moment at={since} />
          </span>
        </Row>
      ))}
    </Rows>
  );
}

const count = (number: number, noun: string) => `${number} ${noun}${number === 1 ? "" : "s"}`;
