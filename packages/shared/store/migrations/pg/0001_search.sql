-- The words of each article, folded and taken apart by packages/shared/query/search-tokens.ts; the vector is built by us, so that no
-- server's locale or dictionary has a say.
CREATE TABLE search_terms (docid bigint PRIMARY KEY, terms tsvector NOT NULL);
--> statement-breakpoint
-- In the row itself, compressed: phrases and the walk from the newest read many vectors, and each visit to the TOAST table is dearer.
ALTER TABLE search_terms ALTER COLUMN terms SET STORAGE MAIN;
--> statement-breakpoint
CREATE INDEX search_terms_words ON search_terms USING gin (terms);
