DROP TABLE dedup_addresses;
--> statement-breakpoint
DROP TABLE dedup_postings;
