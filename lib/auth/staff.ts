import "server-only";
import { notFound } from "next/navigation";
import { getUser } from "./session";
import { makeStaffViewer, type StaffViewer } from "./staff-viewer";

/** The signed-in member of staff. For everybody else the page is not found. */
export async function requireStaff(): Promise<StaffViewer> {
  const user = await getUser();
  if (user?.role !== "staff") notFound();
  return makeStaffViewer(user.email);
}
