const FORMAT = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });

export const OrderDate = ({ date }: { date: Date }) => (
  <time dateTime={date.toISOString()}>{FORMAT.format(date)}</time>
);
