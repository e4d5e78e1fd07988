-- What is cleared by time stands in a partition a month (packages/shared/store/database/partitions.ts makes those, and what was here the first).
ALTER TABLE polls RENAME TO polls_former;
--> statement-breakpoint
ALTER TABLE polls_former DROP CONSTRAINT polls_pkey, ALTER COLUMN id DROP IDENTITY;
--> statement-breakpoint
ALTER INDEX polls_feed RENAME TO polls_former_feed;
--> statement-breakpoint
CREATE TABLE polls (
	id bigint GENERATED ALWAYS AS IDENTITY,
	feed_id text NOT NULL,
	at bigint NOT NULL,
	outcome text NOT NULL,
	reason text NOT NULL,
	status integer,
	bytes integer NOT NULL,
	ms integer NOT NULL,
	items integer NOT NULL,
	new_items integer NOT NULL,
	PRIMARY KEY (id, at)
) PARTITION BY RANGE (at);
--> statement-breakpoint
CREATE INDEX polls_feed ON polls (feed_id, at);
--> statement-breakpoint
CREATE TABLE polls_rest PARTITION OF polls DEFAULT;
--> statement-breakpoint
ALTER TABLE previous_results RENAME TO previous_results_former;
--> statement-breakpoint
ALTER TABLE previous_results_former DROP CONSTRAINT previous_results_pkey, ALTER COLUMN id DROP IDENTITY;
--> statement-breakpoint
ALTER INDEX previous_article RENAME TO previous_former_article;
--> statement-breakpoint
ALTER INDEX previous_batch RENAME TO previous_former_batch;
--> statement-breakpoint
CREATE TABLE previous_results (
	id bigint GENERATED ALWAYS AS IDENTITY,
	article_id text NOT NULL,
	stage text NOT NULL,
	version text NOT NULL,
	batch_id text,
	result jsonb NOT NULL,
	replaced_at bigint NOT NULL,
	PRIMARY KEY (id, replaced_at)
) PARTITION BY RANGE (replaced_at);
--> statement-breakpoint
CREATE INDEX previous_article ON previous_results (article_id, stage);
--> statement-breakpoint
CREATE INDEX previous_batch ON previous_results (batch_id);
--> statement-breakpoint
CREATE TABLE previous_results_rest PARTITION OF previous_results DEFAULT;
