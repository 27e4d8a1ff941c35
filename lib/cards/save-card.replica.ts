// The other replica of save-card.postgres.test.ts: starts a card for each id at once and sends home what came of it.

import { makeViewer } from "@/lib/auth/viewer";
import { db } from "@/lib/platform/db";
import { startCard } from "./save-card";

const [userId = "", ...cardIds] = process.argv.slice(2);
const viewer = makeViewer(userId);
const started = await Promise.all(cardIds.map((cardId) => startCard(viewer, { cardId, makeDefault: false })));
await db().$disconnect();
process.send?.(started);
process.disconnect();
