CREATE TABLE `digests` (
	`watch_id` text NOT NULL,
	`day` text NOT NULL,
	`status` text NOT NULL,
	`attempts` integer NOT NULL,
	`next_at` integer NOT NULL,
	`alerts` integer NOT NULL,
	`last_error` text,
	`ended_at` integer,
	PRIMARY KEY(`watch_id`, `day`)
);
--> statement-breakpoint
CREATE TABLE `reading_marks` (
	`who` text NOT NULL,
	`kind` text NOT NULL,
	`subject` text NOT NULL,
	`read_at` integer,
	`kept_at` integer,
	`note` text,
	`tags` text NOT NULL,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`who`, `kind`, `subject`)
);
--> statement-breakpoint
CREATE INDEX `reading_marks_subject` ON `reading_marks` (`subject`);--> statement-breakpoint
CREATE INDEX `reading_marks_recent` ON `reading_marks` (`who`,`updated_at`);--> statement-breakpoint
CREATE TABLE `saved_searches` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`who` text NOT NULL,
	`name` text NOT NULL,
	`query` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `saved_searches_name` ON `saved_searches` (`who`,`name`);--> statement-breakpoint
ALTER TABLE `watches` ADD `texts_only` integer;--> statement-breakpoint
ALTER TABLE `watches` ADD `mail` text;