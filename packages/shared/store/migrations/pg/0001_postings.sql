CREATE TABLE dedup_postings (
	key bigint NOT NULL,
	number bigint NOT NULL,
	PRIMARY KEY (key, number)
) PARTITION BY HASH (key);
--> statement-breakpoint
CREATE TABLE dedup_postings_0 PARTITION OF dedup_postings FOR VALUES WITH (MODULUS 8, REMAINDER 0);
--> statement-breakpoint
CREATE TABLE dedup_postings_1 PARTITION OF dedup_postings FOR VALUES WITH (MODULUS 8, REMAINDER 1);
--> statement-breakpoint
CREATE TABLE dedup_postings_2 PARTITION OF dedup_postings FOR VALUES WITH (MODULUS 8, REMAINDER 2);
--> statement-breakpoint
CREATE TABLE dedup_postings_3 PARTITION OF dedup_postings FOR VALUES WITH (MODULUS 8, REMAINDER 3);
--> statement-breakpoint
CREATE TABLE dedup_postings_4 PARTITION OF dedup_postings FOR VALUES WITH (MODULUS 8, REMAINDER 4);
--> statement-breakpoint
CREATE TABLE dedup_postings_5 PARTITION OF dedup_postings FOR VALUES WITH (MODULUS 8, REMAINDER 5);
--> statement-breakpoint
CREATE TABLE dedup_postings_6 PARTITION OF dedup_postings FOR VALUES WITH (MODULUS 8, REMAINDER 6);
--> statement-breakpoint
CREATE TABLE dedup_postings_7 PARTITION OF dedup_postings FOR VALUES WITH (MODULUS 8, REMAINDER 7);
