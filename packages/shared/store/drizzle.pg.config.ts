import { defineConfig } from 'drizzle-kit';

// Read by drizzle-kit alone, from the folder of the project.
export default defineConfig({
  dialect: 'postgresql',
  casing: 'snake_case',
  schema: './packages/shared/store/tables/schema.pg.ts',
  out: './packages/shared/store/migrations/pg',
});
