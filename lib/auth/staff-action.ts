import "server-only";
import { makeFormAction } from "./action";
import { requireFreshStaff, requireSameStaff } from "./staff";

/** `userAction` for the back office. */
export const staffAction = makeFormAction(requireSameStaff);

/** The same for whatever may make ProcessOut move money, also by way of a job. */
export const staffMoneyAction = makeFormAction(requireFreshStaff);
