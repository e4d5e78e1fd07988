CREATE TABLE `announcements` (
	`article_id` text PRIMARY KEY NOT NULL,
	`carries` text NOT NULL,
	`confidence` real NOT NULL,
	`reason` text NOT NULL,
	`version` text NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `announcements_carries` ON `announcements` (`carries`);--> statement-breakpoint
CREATE TABLE `rulings` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kind` text NOT NULL,
	`subject` text NOT NULL,
	`other` text,
	`note` text,
	`before` text,
	`who` text NOT NULL,
	`at` integer NOT NULL,
	`taken_back_by` text,
	`taken_back_at` integer
);
--> statement-breakpoint
CREATE INDEX `rulings_subject` ON `rulings` (`subject`);--> statement-breakpoint
CREATE INDEX `rulings_other` ON `rulings` (`other`);--> statement-breakpoint
ALTER TABLE `syndication` ADD `time_basis` text;--> statement-breakpoint
ALTER TABLE `syndication` ADD `contested_by` text;--> statement-breakpoint
ALTER TABLE `syndication` ADD `shared_sources` text;