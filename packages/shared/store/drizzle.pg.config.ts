import { defineConfig } from 'drizzle-kit';

export default defineConfig({
  dialect: 'postgresql',
  casing: 'snake_case',
  schema: './packages/shared/store/tables/schema.pg.ts',
  out: './packages/shared/store/migrations/pg',
});
