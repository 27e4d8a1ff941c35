import { Badge } from "@/components/ui/badge";
import type { StuckMail } from "@/lib/office/screens";
import { Moment } from "./moment";
import { type Resend, ResendForm } from "./resend-form";
import { Row, Rows } from "./rows";

/** Mails that did not go out: why, and when the next try is. */
export const MailRows = ({ mails, resend }: { mails: StuckMail[]; resend: Resend }) => (
  <Rows label="Mails">
    {mails.map(({ key, to, subject, problem, attempts, queuedAt, nextAt }) => (
      <Row key={key} columns="md:grid-cols-[1fr_1fr_auto]">
        <span className="grid min-w-0 gap-1">
          <span className="font-semibold break-words">{subject}</span>
          <span className="truncate text-muted">{to}</span>
          <span className="text-muted">
            <Moment at={queuedAt} />
          </span>
        </span>
        <span className="grid min-w-0 justify-items-start gap-1">
          <Badge tone={nextAt ? "warning" : "bad"}>{nextAt ? "Trying again" : "Given up"}</Badge>
          <span className="min-w-0 break-words text-muted">
            {problem}. {attempts} {attempts === 1 ? "try" : "tries"} so far
            {nextAt && (
              <>
                , next <Moment at={nextAt} />
              </>
            )}
          </span>
        </span>
        <ResendForm mailKey={key} subject={subject} resend={resend} />
      </Row>
    ))}
  </Rows>
);
