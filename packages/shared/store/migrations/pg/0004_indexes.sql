CREATE INDEX "entries_recent" ON "entries" USING btree ("first_seen_at");--> statement-breakpoint
CREATE INDEX "watch_matches_newest" ON "watch_matches" USING btree ("watch_id","at");