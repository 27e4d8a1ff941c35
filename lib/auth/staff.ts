import "server-only";
import { notFound } from "next/navigation";
import { getUser } from "./session";
import { makeStaffViewer, type StaffViewer } from "./staff-viewer";

/** Whoever is signed in with the role `staff`. Everybody else gets the answer of an address nobody made. */
export async function requireStaff(): Promise<StaffViewer> {
  const user = await getUser();
  if (user?.role !== "staff") notFound();
  return makeStaffViewer(user.email);
}
