INSERT INTO "page_addresses" ("key", "article_id") SELECT "url_key", "id" FROM "articles" WHERE true ON CONFLICT DO NOTHING;
