import { makeViewer, type Viewer } from "./viewer";

/** A viewer for background work on behalf of a row's owner. Only jobs and webhook handlers may import it (lint). */
export const asSystem = (userId: string): Viewer => makeViewer(userId);
