import { defineConfig } from "prisma/config";

// `prisma generate` never starts the schema engine, but asks for its binary and would download it.
// Any existing file satisfies the question, so a machine without network can install this project.
if (process.argv.includes("generate")) {
  process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;
}

export default defineConfig({
  schema: "prisma/schema",
  migrations: { path: "prisma/migrations" },
  // For `prisma migrate` where it can run (docs/migrations.md); nothing of this project's own reads them here.
  datasource: { url: process.env.DATABASE_URL, shadowDatabaseUrl: process.env.SHADOW_DATABASE_URL },
});
