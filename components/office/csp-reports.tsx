import type { OfficeCspReport } from "@/lib/office/screens";
import { Row, Rows, Timestamp } from "./primitives";

/** What browsers have blocked. Any browser can report, so these are hints and no facts. */
export const CspReportRows = ({ reports }: { reports: OfficeCspReport[] }) => (
  <Rows label="Blocked by the content security policy">
    {reports.map(({ directive, blocked, page, count, lastAt }) => (
      <Row key={`${directive} ${blocked} ${page}`} columns="md:grid-cols-[1fr_1fr_auto]">
        <span className="grid min-w-0 gap-1">
          <span className="font-semibold break-all">{blocked}</span>
          <span className="font-mono text-xs text-muted">{directive}</span>
        </span>
        <span className="min-w-0 break-all text-muted">{page}</span>
        <span className="text-muted">
          <span>{count === 1 ? "1 report, on " : `${count} reports, the last on `}</span>
          <Timestamp at={lastAt} />
        </span>
      </Row>
    ))}
  </Rows>
);
