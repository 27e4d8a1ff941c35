// Makes the demo's people. Run by the launcher after the migrations.

import { registerFeatures } from "@/app/register";
import { demoEnv } from "@/lib/demo/demo-env";
import { seedPeople } from "@/lib/demo/seed";
import { db } from "@/lib/platform/db";

registerFeatures();
await seedPeople(demoEnv().SANDBOX_CONTROL_URL);
await db().$disconnect();
