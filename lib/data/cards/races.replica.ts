// The other replica of races.postgres.test.ts: starts a card for each id at once and sends home what came of it.
import { db } from "@/lib/db";
import { makeViewer } from "../viewer";
import { startCard } from "./start";

const [userId = "", ...cardIds] = process.argv.slice(2);
const viewer = makeViewer(userId);
const started = await Promise.all(cardIds.map((cardId) => startCard(viewer, { cardId, makeDefault: false })));
await db().$disconnect();
process.send?.(started);
process.disconnect();
