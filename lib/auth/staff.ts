import "server-only";
import { notFound } from "next/navigation";
import { MINUTE_MS } from "@/lib/platform/durations";
import { env } from "@/lib/platform/env";
import { AppError } from "@/lib/platform/errors";
import { requireSameUser, requireUser, type SignedInUser } from "./session";
import { makeStaffViewer, type StaffViewer } from "./staff-viewer";

/** For pages: the signed-in member of staff. A visitor is asked to sign in; for a shopper the page is not found. */
export const requireStaff = async () => toStaff(await requireUser());

/** The same for actions. AppErrors as `requireSameUser`. */
export const requireSameStaff = async (renderedFor: string | undefined) =>
  toStaff(await requireSameUser(renderedFor));

/** For actions that move money. AppError `sign-in.too-old` in addition. */
export async function requireFreshStaff(renderedFor: string | undefined): Promise<StaffViewer> {
  const user = await requireSameUser(renderedFor);
  const staff = toStaff(user);
  if (!isFresh(user)) throw tooOld();
  return staff;
}

type SignIn = Pick<SignedInUser, "role" | "signedInAt">;

/** Whether the sign-in page asks a member of staff to sign in, although their session has not ended. */
export const mustSignInAgain = (user: SignIn | null, { isAsked }: { isAsked: boolean }) =>
  isAsked && user?.role === "staff" && !isFresh(user);

const isFresh = ({ signedInAt }: SignIn) =>
  Date.now() - signedInAt.getTime() < env().STAFF_FRESH_MINUTES * MINUTE_MS;

function toStaff({ role, email }: SignedInUser): StaffViewer {
  if (role !== "staff") notFound();
  return makeStaffViewer(email);
}

const tooOld = () =>
  new AppError({
    code: "sign-in.too-old",
    message: "The sign-in is older than STAFF_FRESH_MINUTES",
    sentence: "This moves money, and your sign-in is too old for that. Sign in again to continue.",
  });
