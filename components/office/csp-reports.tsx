import type { OfficeCspReport } from "@/lib/office/overview-screens";
import { Timestamp } from "./primitives";
import { Code, Stacked, Table } from "./table";

/** What browsers have blocked. Any browser can report, so these are hints and no facts. */
export const CspReportRows = ({ reports }: { reports: OfficeCspReport[] }) => (
  <Table
    label="Blocked by the content security policy"
    headings={["Blocked", "On the page", "Reports"]}
    columns="md:grid-cols-[1fr_1fr_auto]"
    rows={reports.map(({ directive, blocked, page, count, lastAt }) => ({
      key: `${directive} ${blocked} ${page}`,
      cells: [
        <Stacked key="blocked" small={<Code>{directive}</Code>}>
          <span className="font-semibold break-all">{blocked}</span>
        </Stacked>,
        <span key="page" className="break-all">
          {page}
        </span>,
        <span key="reports">
          <span>{count === 1 ? "1 report, on " : `${count} reports, the last on `}</span>
          <Timestamp at={lastAt} />
        </span>,
      ],
    }))}
  />
);
