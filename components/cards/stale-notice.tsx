import { Alert } from "@/components/ui/alert";

type Props = { asOf: Date | null };

const TIME = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeStyle: "short", timeZone: "UTC" });

/** The same calm sentence whatever the cause; the developer's banner knows which. */
export function StaleNotice({ asOf }: Props) {
  return (
    <Alert tone="warning" title="We cannot reach our payment partner just now">
      {asOf
        ? `These are your cards as they were on ${TIME.format(asOf)} UTC. Paying, adding and deleting wait until we are back in touch.`
        : "Your cards are safe; we cannot show them yet. Please try again in a few minutes."}
    </Alert>
  );
}
