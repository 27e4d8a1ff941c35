// Makes the demo's people. Run by the launcher after the migrations.

import { registerFeatures } from "@/app/register";
import { seedPeople } from "@/lib/demo/seed";
import { db } from "@/lib/platform/db";

registerFeatures();
await seedPeople();
await db().$disconnect();
