import type { OfficeSubscription } from "@/lib/office/screens";
import { formatMoney } from "@/lib/platform/money";

/** "€12.50 a month, 3 paid", "€890.00 in 6 instalments, 2 paid". */
export const termsText = ({ price, interval, count, paid }: OfficeSubscription) =>
  `${formatMoney(price)} ${count === null ? `a ${interval}` : `in ${count} instalments`}, ${paid} paid`;
