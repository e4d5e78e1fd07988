CREATE TABLE "alerts" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "alerts_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"watch_id" text NOT NULL,
	"kind" text NOT NULL,
	"subject" text NOT NULL,
	"article_id" text,
	"reason" text NOT NULL,
	"volume" jsonb,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "articles" (
	"id" text PRIMARY KEY NOT NULL,
	"url" text NOT NULL,
	"url_key" text NOT NULL,
	"outlet_id" text NOT NULL,
	"title" text,
	"stage" text,
	"lane" text NOT NULL,
	"epoch" integer NOT NULL,
	"waiting_since" bigint,
	"enqueued_at" bigint NOT NULL,
	"lease_owner" text,
	"lease_until" bigint,
	"not_before" bigint,
	"attempts" integer NOT NULL,
	"claims" integer NOT NULL,
	"last_error" text,
	"outcome" text,
	"outcome_stage" text,
	"reason" text,
	"finished_at" bigint,
	"raw_hash" text,
	"raw_type" text,
	"raw_bytes" integer,
	"final_url" text,
	"http_status" integer,
	"validators" jsonb,
	"fetched_at" bigint,
	"revision_id" text,
	"batch_id" text,
	"again" text,
	"first_seen_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "audit_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" bigint NOT NULL,
	"who" text NOT NULL,
	"action" text NOT NULL,
	"target" text NOT NULL,
	"count" integer NOT NULL,
	"detail" jsonb
);
--> statement-breakpoint
CREATE TABLE "batches" (
	"id" text PRIMARY KEY NOT NULL,
	"selection" jsonb NOT NULL,
	"dry_run" boolean NOT NULL,
	"status" text NOT NULL,
	"total" integer NOT NULL,
	"started" integer NOT NULL,
	"cursor_at" bigint NOT NULL,
	"cursor_id" text NOT NULL,
	"who" text NOT NULL,
	"created_at" bigint NOT NULL,
	"finished_at" bigint
);
--> statement-breakpoint
CREATE TABLE "classifications" (
	"article_id" text PRIMARY KEY NOT NULL,
	"revision_id" text NOT NULL,
	"language" text NOT NULL,
	"topics" jsonb NOT NULL,
	"topic_scores" jsonb NOT NULL,
	"entities" jsonb NOT NULL,
	"countries" jsonb NOT NULL,
	"events" jsonb NOT NULL,
	"version" text NOT NULL,
	"updated_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "cleared_blobs" (
	"hash" text PRIMARY KEY NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "counters" (
	"hour" integer NOT NULL,
	"stage" text NOT NULL,
	"lane" text NOT NULL,
	"outcome" text NOT NULL,
	"count" integer NOT NULL,
	"waited_ms" bigint NOT NULL,
	"worked_ms" bigint NOT NULL,
	CONSTRAINT "counters_hour_stage_lane_outcome_pk" PRIMARY KEY("hour","stage","lane","outcome")
);
--> statement-breakpoint
CREATE TABLE "dedup_addresses" (
	"key" text NOT NULL,
	"article_id" text NOT NULL,
	CONSTRAINT "dedup_addresses_key_article_id_pk" PRIMARY KEY("key","article_id")
);
--> statement-breakpoint
CREATE TABLE "dedup_articles" (
	"number" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "dedup_articles_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"article_id" text NOT NULL,
	"content_hash" text,
	"article" jsonb NOT NULL,
	"common" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "dedup_links" (
	"pair" text PRIMARY KEY NOT NULL,
	"newer" text NOT NULL,
	"older" text NOT NULL,
	"kind" text NOT NULL,
	"link" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "dry_results" (
	"batch_id" text NOT NULL,
	"article_id" text NOT NULL,
	"changed" boolean NOT NULL,
	"before" jsonb,
	"after" jsonb,
	"at" bigint NOT NULL,
	CONSTRAINT "dry_results_batch_id_article_id_pk" PRIMARY KEY("batch_id","article_id")
);
--> statement-breakpoint
CREATE TABLE "entries" (
	"id" text PRIMARY KEY NOT NULL,
	"feed_id" text NOT NULL,
	"entry_key" text NOT NULL,
	"guid" text,
	"link" text NOT NULL,
	"title" text,
	"summary" text,
	"author" text,
	"published" text,
	"updated" text,
	"source_title" text,
	"source_url" text,
	"state_hash" text NOT NULL,
	"article_id" text NOT NULL,
	"first_seen_at" bigint NOT NULL,
	"last_seen_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "feeds" (
	"id" text PRIMARY KEY NOT NULL,
	"url" text NOT NULL,
	"title" text,
	"site_url" text,
	"folder" text,
	"status" text NOT NULL,
	"memory" jsonb,
	"next_poll_at" bigint NOT NULL,
	"poll_reason" text NOT NULL,
	"epoch" integer NOT NULL,
	"lease_owner" text,
	"lease_until" bigint,
	"last_polled_at" bigint,
	"last_success_at" bigint,
	"last_new_at" bigint,
	"last_error" text,
	"warning" text,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "frames" (
	"outlet_id" text PRIMARY KEY NOT NULL,
	"memory" jsonb NOT NULL,
	"version" text NOT NULL,
	"updated_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "meta" (
	"key" text PRIMARY KEY NOT NULL,
	"value" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "outcomes" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "outcomes_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"article_id" text NOT NULL,
	"stage" text NOT NULL,
	"epoch" integer NOT NULL,
	"lane" text NOT NULL,
	"outcome" text NOT NULL,
	"reason" text NOT NULL,
	"version" text NOT NULL,
	"worker" text NOT NULL,
	"waited_ms" bigint NOT NULL,
	"worked_ms" bigint NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "outlets" (
	"id" text PRIMARY KEY NOT NULL,
	"host" text NOT NULL,
	"name" text NOT NULL,
	"name_from" text NOT NULL,
	"kind" text,
	"family" text,
	"aliases" jsonb NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "page_addresses" (
	"key" text PRIMARY KEY NOT NULL,
	"article_id" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "polls" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "polls_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"feed_id" text NOT NULL,
	"at" bigint NOT NULL,
	"outcome" text NOT NULL,
	"reason" text NOT NULL,
	"status" integer,
	"bytes" integer NOT NULL,
	"ms" integer NOT NULL,
	"items" integer NOT NULL,
	"new_items" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "previous_results" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "previous_results_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"article_id" text NOT NULL,
	"stage" text NOT NULL,
	"version" text NOT NULL,
	"batch_id" text,
	"result" jsonb NOT NULL,
	"replaced_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "revisions" (
	"id" text PRIMARY KEY NOT NULL,
	"article_id" text NOT NULL,
	"number" integer NOT NULL,
	"raw_hash" text NOT NULL,
	"text_hash" text NOT NULL,
	"content_hash" text,
	"title" text,
	"byline" jsonb NOT NULL,
	"text" text NOT NULL,
	"language" text NOT NULL,
	"published_at" text,
	"published_from" text,
	"updated_at" text,
	"published_ms" bigint,
	"canonical_url" text,
	"site_name" text,
	"credit" jsonb,
	"quality" jsonb NOT NULL,
	"cuts" jsonb NOT NULL,
	"frame_keys" jsonb,
	"frame_version" text,
	"version" text NOT NULL,
	"fetched_at" bigint NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "schedules" (
	"id" text PRIMARY KEY NOT NULL,
	"cron" text NOT NULL,
	"timezone" text NOT NULL,
	"action" jsonb NOT NULL,
	"who" text NOT NULL,
	"next_at" bigint NOT NULL,
	"last_at" bigint,
	"last_result" text,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "search_docs" (
	"docid" bigint PRIMARY KEY NOT NULL,
	"article_id" text NOT NULL,
	"date_from" bigint,
	"date_to" bigint
);
--> statement-breakpoint
CREATE TABLE "subscriptions" (
	"feed_id" text PRIMARY KEY NOT NULL,
	"hub" text NOT NULL,
	"topic" text NOT NULL,
	"callback" text NOT NULL,
	"secret" text NOT NULL,
	"status" text NOT NULL,
	"reason" text,
	"asked_at" bigint NOT NULL,
	"renew_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "syndication" (
	"article_id" text PRIMARY KEY NOT NULL,
	"revision_id" text,
	"group_id" text NOT NULL,
	"relation" text NOT NULL,
	"original_id" text,
	"original" text,
	"coverage" double precision,
	"original_coverage" double precision,
	"lag_seconds" bigint,
	"basis" jsonb NOT NULL,
	"confidence" double precision NOT NULL,
	"reason" text NOT NULL,
	"story_id" text,
	"version" text NOT NULL,
	"updated_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "watch_matches" (
	"watch_id" text NOT NULL,
	"article_id" text NOT NULL,
	"matched" jsonb NOT NULL,
	"weight" double precision NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "watch_matches_watch_id_article_id_pk" PRIMARY KEY("watch_id","article_id")
);
--> statement-breakpoint
CREATE TABLE "watches" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"lines" jsonb NOT NULL,
	"threshold" double precision NOT NULL,
	"webhook_url" text,
	"webhook_secret_env" text,
	"who" text NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "webhook_deliveries" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "webhook_deliveries_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"alert_id" bigint NOT NULL,
	"watch_id" text NOT NULL,
	"status" text NOT NULL,
	"attempts" integer NOT NULL,
	"next_at" bigint NOT NULL,
	"last_status" integer,
	"last_error" text,
	"created_at" bigint NOT NULL,
	"ended_at" bigint
);
--> statement-breakpoint
CREATE TABLE "workers" (
	"id" text PRIMARY KEY NOT NULL,
	"service" text NOT NULL,
	"host" text NOT NULL,
	"pid" integer NOT NULL,
	"started_at" bigint NOT NULL,
	"seen_at" bigint NOT NULL,
	"stopped_at" bigint
);
--> statement-breakpoint
CREATE UNIQUE INDEX "alerts_once" ON "alerts" USING btree ("watch_id","kind","subject");--> statement-breakpoint
CREATE INDEX "alerts_article" ON "alerts" USING btree ("article_id","watch_id");--> statement-breakpoint
CREATE INDEX "alerts_recent" ON "alerts" USING btree ("watch_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "articles_url_key" ON "articles" USING btree ("url_key");--> statement-breakpoint
CREATE INDEX "articles_waiting" ON "articles" USING btree ("stage","enqueued_at");--> statement-breakpoint
CREATE INDEX "articles_recent" ON "articles" USING btree ("first_seen_at");--> statement-breakpoint
CREATE INDEX "articles_outlet" ON "articles" USING btree ("outlet_id","first_seen_at");--> statement-breakpoint
CREATE INDEX "articles_outcome" ON "articles" USING btree ("outcome","finished_at");--> statement-breakpoint
CREATE INDEX "articles_batch" ON "articles" USING btree ("batch_id");--> statement-breakpoint
CREATE INDEX "articles_raw" ON "articles" USING btree ("raw_hash");--> statement-breakpoint
CREATE INDEX "audit_recent" ON "audit" USING btree ("at");--> statement-breakpoint
CREATE INDEX "batches_status" ON "batches" USING btree ("status");--> statement-breakpoint
CREATE INDEX "dedup_addresses_article" ON "dedup_addresses" USING btree ("article_id");--> statement-breakpoint
CREATE UNIQUE INDEX "dedup_articles_id" ON "dedup_articles" USING btree ("article_id");--> statement-breakpoint
CREATE INDEX "dedup_articles_hash" ON "dedup_articles" USING btree ("content_hash");--> statement-breakpoint
CREATE INDEX "dedup_links_newer" ON "dedup_links" USING btree ("newer");--> statement-breakpoint
CREATE INDEX "dedup_links_older" ON "dedup_links" USING btree ("older");--> statement-breakpoint
CREATE UNIQUE INDEX "entries_identity" ON "entries" USING btree ("feed_id","entry_key");--> statement-breakpoint
CREATE INDEX "entries_article" ON "entries" USING btree ("article_id");--> statement-breakpoint
CREATE UNIQUE INDEX "feeds_url" ON "feeds" USING btree ("url");--> statement-breakpoint
CREATE INDEX "feeds_due" ON "feeds" USING btree ("status","next_poll_at");--> statement-breakpoint
CREATE UNIQUE INDEX "outcomes_once" ON "outcomes" USING btree ("article_id","stage","epoch");--> statement-breakpoint
CREATE INDEX "outcomes_recent" ON "outcomes" USING btree ("at");--> statement-breakpoint
CREATE INDEX "outcomes_stage" ON "outcomes" USING btree ("stage","at");--> statement-breakpoint
CREATE INDEX "page_addresses_article" ON "page_addresses" USING btree ("article_id");--> statement-breakpoint
CREATE INDEX "polls_feed" ON "polls" USING btree ("feed_id","at");--> statement-breakpoint
CREATE INDEX "previous_article" ON "previous_results" USING btree ("article_id","stage");--> statement-breakpoint
CREATE INDEX "previous_batch" ON "previous_results" USING btree ("batch_id");--> statement-breakpoint
CREATE UNIQUE INDEX "revisions_number" ON "revisions" USING btree ("article_id","number");--> statement-breakpoint
CREATE INDEX "revisions_content_hash" ON "revisions" USING btree ("content_hash");--> statement-breakpoint
CREATE INDEX "revisions_published" ON "revisions" USING btree ("published_ms");--> statement-breakpoint
CREATE INDEX "revisions_raw" ON "revisions" USING btree ("raw_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "search_docs_article" ON "search_docs" USING btree ("article_id");--> statement-breakpoint
CREATE INDEX "syndication_group" ON "syndication" USING btree ("group_id");--> statement-breakpoint
CREATE INDEX "syndication_original" ON "syndication" USING btree ("original_id");--> statement-breakpoint
CREATE INDEX "syndication_story" ON "syndication" USING btree ("story_id");--> statement-breakpoint
CREATE INDEX "watch_matches_article" ON "watch_matches" USING btree ("article_id");--> statement-breakpoint
CREATE INDEX "watch_matches_hour" ON "watch_matches" USING btree ("at","watch_id");--> statement-breakpoint
CREATE UNIQUE INDEX "watches_name" ON "watches" USING btree ("name");--> statement-breakpoint
CREATE UNIQUE INDEX "webhook_deliveries_once" ON "webhook_deliveries" USING btree ("alert_id");--> statement-breakpoint
CREATE INDEX "webhook_deliveries_due" ON "webhook_deliveries" USING btree ("status","next_at");--> statement-breakpoint
CREATE INDEX "webhook_deliveries_watch" ON "webhook_deliveries" USING btree ("watch_id","status");