ALTER TABLE "search_docs" ADD COLUMN IF NOT EXISTS "card" jsonb;
--> transaction-breakpoint
UPDATE search_docs SET card = jsonb_build_object(
  'url', a.url, 'outletId', a.outlet_id, 'firstSeenAt', a.first_seen_at, 'title', r.title, 'language', r.language,
  'publishedAt', r.published_at, 'publishedMs', r.published_ms, 'credit', r.credit ->> 'source',
  'countries', coalesce(c.countries, '[]'),
  'topics', coalesce((SELECT jsonb_agg(jsonb_build_object('code', t ->> 'code', 'label', t ->> 'label')) FROM jsonb_array_elements(c.topics) t), '[]'),
  'events', coalesce((SELECT jsonb_agg(DISTINCT e ->> 'plover') FROM jsonb_array_elements(c.events) e), '[]')
)
FROM articles a JOIN revisions r ON r.id = a.revision_id LEFT JOIN classifications c ON c.article_id = a.id
WHERE a.id = search_docs.article_id;
