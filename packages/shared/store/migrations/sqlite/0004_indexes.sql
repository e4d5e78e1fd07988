CREATE INDEX `entries_recent` ON `entries` (`first_seen_at`);--> statement-breakpoint
CREATE INDEX `watch_matches_newest` ON `watch_matches` (`watch_id`,`at`);