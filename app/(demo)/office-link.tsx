import { LifeBuoy } from "lucide-react";
import { ICON, LINK } from "@/components/demo/demo-panel";
import { AppLink } from "@/components/ui/app-link";
import { getUser } from "@/lib/auth/session";

/** A link to the back office for staff; others are told which persona to use. */
export async function OfficeLink() {
  const user = await getUser();
  const icon = <LifeBuoy aria-hidden className={ICON} />;
  if (user?.role === "shopper") {
    return (
      <li className={`${LINK} text-muted hover:bg-transparent`}>
        {icon} Back office: sign out, then sign in as Kit
      </li>
    );
  }
  return (
    <li>
      <AppLink href={user ? "/office" : "/sign-in?callbackUrl=%2Foffice"} className={LINK}>
        {icon} <span>{user ? "Back office" : "Back office: sign in as Kit"}</span>
      </AppLink>
    </li>
  );
}
