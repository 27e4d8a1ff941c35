import { now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";

export type Mail = { to: string; subject: string; html: string; text: string };

/** The demo's stand-in for a mail server. */
export async function keepInOutbox({ to, subject, html, text }: Mail): Promise<void> {
  const createdAt = await now();
  await db().outboxMail.create({ data: { to, subject, html, text, createdAt } });
}

/** The latest mail first, at most 30. Its page exists in the demo alone. */
export function listOutbox(to?: string) {
  return db().outboxMail.findMany({ where: { to }, orderBy: { createdAt: "desc" }, take: 30 });
}
