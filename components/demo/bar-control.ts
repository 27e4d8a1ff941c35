/** A link or button of the demo bar: 32 px high in the bar, 44 px in the sheet of a narrow screen. */
export const BAR_CONTROL =
  "flex min-h-11 items-center gap-2 rounded-control px-2.5 font-medium whitespace-nowrap hover:bg-inverse-line aria-[current]:bg-inverse-line aria-[current]:font-semibold aria-disabled:cursor-progress aria-disabled:opacity-60 @min-[78rem]:min-h-8 @min-[78rem]:gap-1.5 @min-[78rem]:px-1.5";
