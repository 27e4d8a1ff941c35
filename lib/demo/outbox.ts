import { now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";

type Mail = { to: string; subject: string; html: string; text: string };

/** The demo's mail server: it keeps every e-mail for `/outbox`. */
export async function keepInOutbox({ to, subject, html, text }: Mail): Promise<void> {
  const createdAt = await now();
  await db().outboxMail.create({ data: { to, subject, html, text, createdAt } });
}

/** The newest 30 e-mails, to one address or to all. */
export function listOutbox(to?: string) {
  return db().outboxMail.findMany({ where: { to }, orderBy: { createdAt: "desc" }, take: 30 });
}
