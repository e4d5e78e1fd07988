CREATE TABLE `alerts` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`watch_id` text NOT NULL,
	`kind` text NOT NULL,
	`subject` text NOT NULL,
	`article_id` text,
	`reason` text NOT NULL,
	`volume` text,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `alerts_once` ON `alerts` (`watch_id`,`kind`,`subject`);--> statement-breakpoint
CREATE INDEX `alerts_article` ON `alerts` (`article_id`,`watch_id`);--> statement-breakpoint
CREATE INDEX `alerts_recent` ON `alerts` (`watch_id`,`at`);--> statement-breakpoint
CREATE TABLE `articles` (
	`id` text PRIMARY KEY NOT NULL,
	`url` text NOT NULL,
	`url_key` text NOT NULL,
	`outlet_id` text NOT NULL,
	`title` text,
	`stage` text,
	`lane` text NOT NULL,
	`epoch` integer NOT NULL,
	`waiting_since` integer,
	`enqueued_at` integer NOT NULL,
	`lease_owner` text,
	`lease_until` integer,
	`not_before` integer,
	`attempts` integer NOT NULL,
	`claims` integer NOT NULL,
	`last_error` text,
	`outcome` text,
	`outcome_stage` text,
	`reason` text,
	`finished_at` integer,
	`raw_hash` text,
	`raw_type` text,
	`raw_bytes` integer,
	`final_url` text,
	`http_status` integer,
	`validators` text,
	`fetched_at` integer,
	`revision_id` text,
	`batch_id` text,
	`again` text,
	`first_seen_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `articles_url_key` ON `articles` (`url_key`);--> statement-breakpoint
CREATE INDEX `articles_waiting` ON `articles` (`stage`,`enqueued_at`);--> statement-breakpoint
CREATE INDEX `articles_recent` ON `articles` (`first_seen_at`);--> statement-breakpoint
CREATE INDEX `articles_outlet` ON `articles` (`outlet_id`,`first_seen_at`);--> statement-breakpoint
CREATE INDEX `articles_outcome` ON `articles` (`outcome`,`finished_at`);--> statement-breakpoint
CREATE INDEX `articles_batch` ON `articles` (`batch_id`);--> statement-breakpoint
CREATE INDEX `articles_raw` ON `articles` (`raw_hash`);--> statement-breakpoint
CREATE TABLE `audit` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` integer NOT NULL,
	`who` text NOT NULL,
	`action` text NOT NULL,
	`target` text NOT NULL,
	`count` integer NOT NULL,
	`detail` text
);
--> statement-breakpoint
CREATE INDEX `audit_recent` ON `audit` (`at`);--> statement-breakpoint
CREATE TABLE `batches` (
	`id` text PRIMARY KEY NOT NULL,
	`selection` text NOT NULL,
	`dry_run` integer NOT NULL,
	`status` text NOT NULL,
	`total` integer NOT NULL,
	`started` integer NOT NULL,
	`cursor_at` integer NOT NULL,
	`cursor_id` text NOT NULL,
	`who` text NOT NULL,
	`created_at` integer NOT NULL,
	`finished_at` integer
);
--> statement-breakpoint
CREATE INDEX `batches_status` ON `batches` (`status`);--> statement-breakpoint
CREATE TABLE `classifications` (
	`article_id` text PRIMARY KEY NOT NULL,
	`revision_id` text NOT NULL,
	`language` text NOT NULL,
	`topics` text NOT NULL,
	`topic_scores` text NOT NULL,
	`entities` text NOT NULL,
	`countries` text NOT NULL,
	`events` text NOT NULL,
	`version` text NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `cleared_blobs` (
	`hash` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `counters` (
	`hour` integer NOT NULL,
	`stage` text NOT NULL,
	`lane` text NOT NULL,
	`outcome` text NOT NULL,
	`count` integer NOT NULL,
	`waited_ms` integer NOT NULL,
	`worked_ms` integer NOT NULL,
	PRIMARY KEY(`hour`, `stage`, `lane`, `outcome`)
);
--> statement-breakpoint
CREATE TABLE `dedup_addresses` (
	`key` text NOT NULL,
	`article_id` text NOT NULL,
	PRIMARY KEY(`key`, `article_id`)
);
--> statement-breakpoint
CREATE INDEX `dedup_addresses_article` ON `dedup_addresses` (`article_id`);--> statement-breakpoint
CREATE TABLE `dedup_articles` (
	`number` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`article_id` text NOT NULL,
	`content_hash` text,
	`article` text NOT NULL,
	`common` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `dedup_articles_id` ON `dedup_articles` (`article_id`);--> statement-breakpoint
CREATE INDEX `dedup_articles_hash` ON `dedup_articles` (`content_hash`);--> statement-breakpoint
CREATE TABLE `dedup_links` (
	`pair` text PRIMARY KEY NOT NULL,
	`newer` text NOT NULL,
	`older` text NOT NULL,
	`kind` text NOT NULL,
	`link` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `dedup_links_newer` ON `dedup_links` (`newer`);--> statement-breakpoint
CREATE INDEX `dedup_links_older` ON `dedup_links` (`older`);--> statement-breakpoint
CREATE TABLE `dry_results` (
	`batch_id` text NOT NULL,
	`article_id` text NOT NULL,
	`changed` integer NOT NULL,
	`before` text,
	`after` text,
	`at` integer NOT NULL,
	PRIMARY KEY(`batch_id`, `article_id`)
);
--> statement-breakpoint
CREATE TABLE `entries` (
	`id` text PRIMARY KEY NOT NULL,
	`feed_id` text NOT NULL,
	`entry_key` text NOT NULL,
	`guid` text,
	`link` text NOT NULL,
	`title` text,
	`summary` text,
	`author` text,
	`published` text,
	`updated` text,
	`source_title` text,
	`source_url` text,
	`state_hash` text NOT NULL,
	`article_id` text NOT NULL,
	`first_seen_at` integer NOT NULL,
	`last_seen_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `entries_identity` ON `entries` (`feed_id`,`entry_key`);--> statement-breakpoint
CREATE INDEX `entries_article` ON `entries` (`article_id`);--> statement-breakpoint
CREATE TABLE `feeds` (
	`id` text PRIMARY KEY NOT NULL,
	`url` text NOT NULL,
	`title` text,
	`site_url` text,
	`folder` text,
	`status` text NOT NULL,
	`memory` text,
	`next_poll_at` integer NOT NULL,
	`poll_reason` text NOT NULL,
	`epoch` integer NOT NULL,
	`lease_owner` text,
	`lease_until` integer,
	`last_polled_at` integer,
	`last_success_at` integer,
	`last_new_at` integer,
	`last_error` text,
	`warning` text,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `feeds_url` ON `feeds` (`url`);--> statement-breakpoint
CREATE INDEX `feeds_due` ON `feeds` (`status`,`next_poll_at`);--> statement-breakpoint
CREATE TABLE `frames` (
	`outlet_id` text PRIMARY KEY NOT NULL,
	`memory` text NOT NULL,
	`version` text NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `meta` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `outcomes` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`article_id` text NOT NULL,
	`stage` text NOT NULL,
	`epoch` integer NOT NULL,
	`lane` text NOT NULL,
	`outcome` text NOT NULL,
	`reason` text NOT NULL,
	`version` text NOT NULL,
	`worker` text NOT NULL,
	`waited_ms` integer NOT NULL,
	`worked_ms` integer NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `outcomes_once` ON `outcomes` (`article_id`,`stage`,`epoch`);--> statement-breakpoint
CREATE INDEX `outcomes_recent` ON `outcomes` (`at`);--> statement-breakpoint
CREATE INDEX `outcomes_stage` ON `outcomes` (`stage`,`at`);--> statement-breakpoint
CREATE TABLE `outlets` (
	`id` text PRIMARY KEY NOT NULL,
	`host` text NOT NULL,
	`name` text NOT NULL,
	`name_from` text NOT NULL,
	`kind` text,
	`family` text,
	`aliases` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `page_addresses` (
	`key` text PRIMARY KEY NOT NULL,
	`article_id` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `page_addresses_article` ON `page_addresses` (`article_id`);--> statement-breakpoint
CREATE TABLE `polls` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`feed_id` text NOT NULL,
	`at` integer NOT NULL,
	`outcome` text NOT NULL,
	`reason` text NOT NULL,
	`status` integer,
	`bytes` integer NOT NULL,
	`ms` integer NOT NULL,
	`items` integer NOT NULL,
	`new_items` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `polls_feed` ON `polls` (`feed_id`,`at`);--> statement-breakpoint
CREATE TABLE `previous_results` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`article_id` text NOT NULL,
	`stage` text NOT NULL,
	`version` text NOT NULL,
	`batch_id` text,
	`result` text NOT NULL,
	`replaced_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `previous_article` ON `previous_results` (`article_id`,`stage`);--> statement-breakpoint
CREATE INDEX `previous_batch` ON `previous_results` (`batch_id`);--> statement-breakpoint
CREATE TABLE `revisions` (
	`id` text PRIMARY KEY NOT NULL,
	`article_id` text NOT NULL,
	`number` integer NOT NULL,
	`raw_hash` text NOT NULL,
	`text_hash` text NOT NULL,
	`content_hash` text,
	`title` text,
	`byline` text NOT NULL,
	`text` text NOT NULL,
	`language` text NOT NULL,
	`published_at` text,
	`published_from` text,
	`updated_at` text,
	`published_ms` integer,
	`canonical_url` text,
	`site_name` text,
	`credit` text,
	`quality` text NOT NULL,
	`cuts` text NOT NULL,
	`frame_keys` text,
	`frame_version` text,
	`version` text NOT NULL,
	`fetched_at` integer NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `revisions_number` ON `revisions` (`article_id`,`number`);--> statement-breakpoint
CREATE INDEX `revisions_content_hash` ON `revisions` (`content_hash`);--> statement-breakpoint
CREATE INDEX `revisions_published` ON `revisions` (`published_ms`);--> statement-breakpoint
CREATE INDEX `revisions_raw` ON `revisions` (`raw_hash`);--> statement-breakpoint
CREATE TABLE `schedules` (
	`id` text PRIMARY KEY NOT NULL,
	`cron` text NOT NULL,
	`timezone` text NOT NULL,
	`action` text NOT NULL,
	`who` text NOT NULL,
	`next_at` integer NOT NULL,
	`last_at` integer,
	`last_result` text,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `search_docs` (
	`docid` integer PRIMARY KEY NOT NULL,
	`article_id` text NOT NULL,
	`date_from` integer,
	`date_to` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `search_docs_article` ON `search_docs` (`article_id`);--> statement-breakpoint
CREATE TABLE `subscriptions` (
	`feed_id` text PRIMARY KEY NOT NULL,
	`hub` text NOT NULL,
	`topic` text NOT NULL,
	`callback` text NOT NULL,
	`secret` text NOT NULL,
	`status` text NOT NULL,
	`reason` text,
	`asked_at` integer NOT NULL,
	`renew_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `syndication` (
	`article_id` text PRIMARY KEY NOT NULL,
	`revision_id` text,
	`group_id` text NOT NULL,
	`relation` text NOT NULL,
	`original_id` text,
	`original` text,
	`coverage` real,
	`original_coverage` real,
	`lag_seconds` integer,
	`basis` text NOT NULL,
	`confidence` real NOT NULL,
	`reason` text NOT NULL,
	`story_id` text,
	`version` text NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `syndication_group` ON `syndication` (`group_id`);--> statement-breakpoint
CREATE INDEX `syndication_original` ON `syndication` (`original_id`);--> statement-breakpoint
CREATE INDEX `syndication_story` ON `syndication` (`story_id`);--> statement-breakpoint
CREATE TABLE `watch_matches` (
	`watch_id` text NOT NULL,
	`article_id` text NOT NULL,
	`matched` text NOT NULL,
	`weight` real NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`watch_id`, `article_id`)
);
--> statement-breakpoint
CREATE INDEX `watch_matches_article` ON `watch_matches` (`article_id`);--> statement-breakpoint
CREATE INDEX `watch_matches_hour` ON `watch_matches` (`at`,`watch_id`);--> statement-breakpoint
CREATE TABLE `watches` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`lines` text NOT NULL,
	`threshold` real NOT NULL,
	`webhook_url` text,
	`webhook_secret_env` text,
	`who` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `watches_name` ON `watches` (`name`);--> statement-breakpoint
CREATE TABLE `webhook_deliveries` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`alert_id` integer NOT NULL,
	`watch_id` text NOT NULL,
	`status` text NOT NULL,
	`attempts` integer NOT NULL,
	`next_at` integer NOT NULL,
	`last_status` integer,
	`last_error` text,
	`created_at` integer NOT NULL,
	`ended_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `webhook_deliveries_once` ON `webhook_deliveries` (`alert_id`);--> statement-breakpoint
CREATE INDEX `webhook_deliveries_due` ON `webhook_deliveries` (`status`,`next_at`);--> statement-breakpoint
CREATE INDEX `webhook_deliveries_watch` ON `webhook_deliveries` (`watch_id`,`status`);--> statement-breakpoint
CREATE TABLE `workers` (
	`id` text PRIMARY KEY NOT NULL,
	`service` text NOT NULL,
	`host` text NOT NULL,
	`pid` integer NOT NULL,
	`started_at` integer NOT NULL,
	`seen_at` integer NOT NULL,
	`stopped_at` integer
);
