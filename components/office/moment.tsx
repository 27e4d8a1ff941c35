const FORMAT = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short", timeZone: "UTC" });

/** To the minute, in UTC, as ProcessOut's dashboard and the logs have it. */
export const Moment = ({ at }: { at: Date }) => (
  <time dateTime={at.toISOString()} className="whitespace-nowrap tabular-nums">
    {FORMAT.format(at)}
  </time>
);
