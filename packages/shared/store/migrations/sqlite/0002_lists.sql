CREATE TABLE dedup_lists (
	bucket integer PRIMARY KEY NOT NULL,
	list blob NOT NULL
);
--> statement-breakpoint
CREATE TABLE dedup_places (
	key integer NOT NULL,
	number integer NOT NULL,
	PRIMARY KEY (key, number)
) WITHOUT ROWID;
--> statement-breakpoint
UPDATE dedup_articles SET content_hash = substr(content_hash, 1, 16);
