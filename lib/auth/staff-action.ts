import "server-only";
import { makeFormAction } from "./action";
import { requireStaff } from "./staff";

/** `userAction` for the back office. */
export const staffAction = makeFormAction(requireStaff);
