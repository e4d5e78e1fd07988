import { defineConfig } from 'drizzle-kit';

// Read by drizzle-kit alone, from the folder of the project.
export default defineConfig({
  dialect: 'sqlite',
  casing: 'snake_case',
  schema: './packages/shared/store/tables/schema.sqlite.ts',
  out: './packages/shared/store/migrations/sqlite',
});
