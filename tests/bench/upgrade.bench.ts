import { upgradePostgres } from './upgrade/of-postgres.ts';
import { upgradeSqlite } from './upgrade/of-sqlite.ts';

/**
 * A store of so many articles, of a former release, is brought to this one's schema while others read and write. `UPGRADE_ARTICLES` is
 * its size, `UPGRADE_FROM` the last migration that the former release had, `UPGRADE_STORES` which of `sqlite` and `postgres` are done.
 */
const articles = Number(process.env.UPGRADE_ARTICLES ?? 1_000_000);
const from = process.env.UPGRADE_FROM ?? '0010_frame_news';
const stores = (process.env.UPGRADE_STORES ?? 'sqlite,postgres').split(',');

if (stores.includes('sqlite')) await upgradeSqlite(articles, from);
if (stores.includes('postgres')) await upgradePostgres(articles, from);
