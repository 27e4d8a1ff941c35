import { AppLink } from "@/components/ui/app-link";
import { Badge } from "@/components/ui/badge";
import type { OfficeStoppedAttempts } from "@/lib/office/screens";
import { Row, Rows, Timestamp } from "./primitives";

const LIMITS: Record<OfficeStoppedAttempts["limit"], string> = {
  account: "Limit of the account",
  address: "Limit of the address",
  card: "Limit of the card",
  shop: "Limit of the shop",
};

/** What the limit on attempts stopped: where, by which limit, how often, and who pressed last. */
export const StoppedAttempts = ({ attempts }: { attempts: OfficeStoppedAttempts[] }) => (
  <Rows label="Stopped attempts">
    {attempts.map(({ key, entryPoint, limit, count, user, lastAt }) => (
      <Row key={key} columns="md:grid-cols-[1fr_12rem_1fr_11rem]">
        <span className="grid min-w-0 gap-1">
          <span className="font-semibold">{entryPoint}</span>
          <span className="text-muted">{count === 1 ? "Stopped once" : `Stopped ${count} times`}</span>
        </span>
        <Badge tone={limit === "shop" ? "bad" : "warning"} className="justify-self-start">
          {LIMITS[limit]}
        </Badge>
        <span className="min-w-0 break-words text-muted">
          {user ? <AppLink href={`/office/customers/${user.id}`}>{user.email}</AppLink> : "A guest"}
        </span>
        <span className="text-muted md:text-right">
          <Timestamp at={lastAt} />
        </span>
      </Row>
    ))}
  </Rows>
);
