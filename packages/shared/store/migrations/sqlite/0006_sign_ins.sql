CREATE TABLE `sign_ins` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`token_hash` text NOT NULL,
	`address` text NOT NULL,
	`created_at` integer NOT NULL,
	`until` integer NOT NULL
);
