import { makeViewer, type Viewer } from "./viewer";

/** A viewer for background work that a row, not a person, asks for. Only jobs and webhook handlers import it. */
export const asSystem = (userId: string): Viewer => makeViewer(userId);
