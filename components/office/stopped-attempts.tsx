import { Badge } from "@/components/ui/badge";
import type { OfficeStoppedAttempts } from "@/lib/office/overview-screens";
import { TextLink, Timestamp } from "./primitives";
import { Stacked, Table } from "./table";

const LIMITS: Record<OfficeStoppedAttempts["limit"], string> = {
  account: "Limit of the account",
  address: "Limit of the address",
  card: "Limit of the card",
  shop: "Limit of the shop",
};

/** What the limit on attempts stopped: where, by which limit, how often, and who pressed last. */
export const StoppedAttempts = ({ attempts }: { attempts: OfficeStoppedAttempts[] }) => (
  <Table
    label="Stopped attempts"
    headings={["Pressed", "Stopped by", "Pressed last by", "Last"]}
    columns="md:grid-cols-[1fr_12rem_1fr_auto]"
    rows={attempts.map(({ key, entryPoint, limit, count, user, lastAt }) => ({
      key,
      cells: [
        <Stacked key="pressed" small={count === 1 ? "Stopped once" : `Stopped ${count} times`}>
          <span className="font-semibold">{entryPoint}</span>
        </Stacked>,
        <Badge key="limit" tone={limit === "shop" ? "bad" : "warning"}>
          {LIMITS[limit]}
        </Badge>,
        user ? (
          <TextLink key="user" href={`/office/customers/${user.id}`}>
            {user.email}
          </TextLink>
        ) : (
          "A guest"
        ),
        <Timestamp key="last" at={lastAt} />,
      ],
    }))}
  />
);
