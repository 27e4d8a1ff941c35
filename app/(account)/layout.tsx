import type { ReactNode } from "react";
import { requireUser } from "@/lib/auth/session";
import { AccountFrame } from "../account-frame";

export default async function AccountLayout({ children }: { children: ReactNode }) {
  await requireUser();
  return <AccountFrame>{children}</AccountFrame>;
}
