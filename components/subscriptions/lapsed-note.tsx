import { OrderDate } from "@/components/payments/order-date";
import { Alert } from "@/components/ui/alert";
import { AppLink } from "@/components/ui/app-link";

/** Why nothing comes any more, for a shopper who did not end it. */
export const LapsedNote = ({ lapsedAt, slug }: { lapsedAt: Date; slug: string }) => (
  <Alert
    tone="info"
    title={
      <>
        It ended on <OrderDate date={lapsedAt} />
      </>
    }
  >
    The last payment did not go through, and nobody named another card within 30 days. Nothing more is
    charged.{" "}
    <AppLink href={`/products/${slug}`} className="font-semibold underline underline-offset-4">
      Begin again
    </AppLink>
  </Alert>
);
