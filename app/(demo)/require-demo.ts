import { notFound } from "next/navigation";
import { makeFormAction } from "@/lib/auth/action";
import { isDemo } from "@/lib/demo/register";

/** For pages and actions of the demo: outside the demo they are not found. */
export function requireDemo(): void {
  if (!isDemo()) notFound();
}

/** `userAction` for the demo's own forms, which need no account. */
export const demoAction = makeFormAction(async () => requireDemo());
