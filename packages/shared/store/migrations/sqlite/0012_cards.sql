ALTER TABLE `search_docs` ADD `card` text;
--> statement-breakpoint
UPDATE search_docs SET card = (
  SELECT json_object(
    'url', a.url, 'outletId', a.outlet_id, 'firstSeenAt', a.first_seen_at, 'title', r.title, 'language', r.language,
    'publishedAt', r.published_at, 'publishedMs', r.published_ms, 'credit', json_extract(r.credit, '$.source'),
    'countries', json(coalesce(c.countries, '[]')),
    'topics', json((SELECT json_group_array(json_object('code', json_extract(value, '$.code'), 'label', json_extract(value, '$.label'))) FROM json_each(coalesce(c.topics, '[]')))),
    'events', json((SELECT json_group_array(kind) FROM (SELECT DISTINCT json_extract(value, '$.plover') AS kind FROM json_each(coalesce(c.events, '[]')) ORDER BY kind)))
  )
  FROM articles a JOIN revisions r ON r.id = a.revision_id LEFT JOIN classifications c ON c.article_id = a.id
  WHERE a.id = search_docs.article_id
);
