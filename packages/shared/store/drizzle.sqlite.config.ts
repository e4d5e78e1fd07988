import { defineConfig } from 'drizzle-kit';

export default defineConfig({
  dialect: 'sqlite',
  casing: 'snake_case',
  schema: './packages/shared/store/tables/schema.sqlite.ts',
  out: './packages/shared/store/migrations/sqlite',
});
