import type { ReactNode } from "react";
import { FirstLight, Landfall, LeeShore } from "./scenes-bright";
import { Fogbank, SlackTide, TradeWind } from "./scenes-deep";

/** How a coffee's bag is printed. `scene` is drawn in the bag's own 320 × 420 space and clipped to it. */
export type BagLook = { bag: string; ink: string; tie: string; scene: ReactNode };

export const bagLooks: Record<string, BagLook> = {
  landfall: { bag: "#17324f", ink: "#f7e9d0", tie: "#d8a657", scene: <Landfall /> },
  "first-light": { bag: "#f8dcc6", ink: "#7b2d32", tie: "#c9694f", scene: <FirstLight /> },
  "lee-shore": { bag: "#ece4d0", ink: "#1d4a44", tie: "#2f6e62", scene: <LeeShore /> },
  "trade-wind": { bag: "#c9472f", ink: "#fff1df", tie: "#f2d9b4", scene: <TradeWind /> },
  fogbank: { bag: "#39464d", ink: "#e4ebe9", tie: "#93a5a6", scene: <Fogbank /> },
  "slack-tide": { bag: "#2c686d", ink: "#f5eedb", tie: "#e3c98f", scene: <SlackTide /> },
};
