CREATE TABLE dedup_lists (
	bucket bigint PRIMARY KEY,
	list bytea NOT NULL
) PARTITION BY HASH (bucket);
--> statement-breakpoint
CREATE TABLE dedup_lists_0 PARTITION OF dedup_lists FOR VALUES WITH (MODULUS 8, REMAINDER 0) WITH (fillfactor = 70);
--> statement-breakpoint
CREATE TABLE dedup_lists_1 PARTITION OF dedup_lists FOR VALUES WITH (MODULUS 8, REMAINDER 1) WITH (fillfactor = 70);
--> statement-breakpoint
CREATE TABLE dedup_lists_2 PARTITION OF dedup_lists FOR VALUES WITH (MODULUS 8, REMAINDER 2) WITH (fillfactor = 70);
--> statement-breakpoint
CREATE TABLE dedup_lists_3 PARTITION OF dedup_lists FOR VALUES WITH (MODULUS 8, REMAINDER 3) WITH (fillfactor = 70);
--> statement-breakpoint
CREATE TABLE dedup_lists_4 PARTITION OF dedup_lists FOR VALUES WITH (MODULUS 8, REMAINDER 4) WITH (fillfactor = 70);
--> statement-breakpoint
CREATE TABLE dedup_lists_5 PARTITION OF dedup_lists FOR VALUES WITH (MODULUS 8, REMAINDER 5) WITH (fillfactor = 70);
--> statement-breakpoint
CREATE TABLE dedup_lists_6 PARTITION OF dedup_lists FOR VALUES WITH (MODULUS 8, REMAINDER 6) WITH (fillfactor = 70);
--> statement-breakpoint
CREATE TABLE dedup_lists_7 PARTITION OF dedup_lists FOR VALUES WITH (MODULUS 8, REMAINDER 7) WITH (fillfactor = 70);
--> statement-breakpoint
CREATE TABLE dedup_places (
	key bigint NOT NULL,
	number bigint NOT NULL,
	PRIMARY KEY (key, number)
);
--> statement-breakpoint
UPDATE dedup_articles SET content_hash = substr(content_hash, 1, 16);
