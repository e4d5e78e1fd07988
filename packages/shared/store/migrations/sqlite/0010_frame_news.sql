CREATE TABLE `frame_news` (
	`outlet_id` text NOT NULL,
	`article_id` text NOT NULL,
	`blocks` text NOT NULL,
	`url` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`outlet_id`, `article_id`)
);
