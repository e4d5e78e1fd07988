CREATE TABLE `watch_applications` (
	`id` text PRIMARY KEY NOT NULL,
	`watch_id` text NOT NULL,
	`since` integer,
	`status` text NOT NULL,
	`below` integer,
	`looked` integer NOT NULL,
	`matched` integer NOT NULL,
	`problem` text,
	`who` text NOT NULL,
	`created_at` integer NOT NULL,
	`finished_at` integer
);
--> statement-breakpoint
CREATE INDEX `watch_applications_status` ON `watch_applications` (`status`);--> statement-breakpoint
CREATE INDEX `watch_applications_watch` ON `watch_applications` (`watch_id`);