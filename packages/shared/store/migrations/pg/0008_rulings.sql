CREATE TABLE "announcements" (
	"article_id" text PRIMARY KEY NOT NULL,
	"carries" text NOT NULL,
	"confidence" double precision NOT NULL,
	"reason" text NOT NULL,
	"version" text NOT NULL,
	"updated_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rulings" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "rulings_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"kind" text NOT NULL,
	"subject" text NOT NULL,
	"other" text,
	"note" text,
	"before" jsonb,
	"who" text NOT NULL,
	"at" bigint NOT NULL,
	"taken_back_by" text,
	"taken_back_at" bigint
);
--> statement-breakpoint
ALTER TABLE "syndication" ADD COLUMN "time_basis" text;--> statement-breakpoint
ALTER TABLE "syndication" ADD COLUMN "contested_by" jsonb;--> statement-breakpoint
ALTER TABLE "syndication" ADD COLUMN "shared_sources" jsonb;--> statement-breakpoint
CREATE INDEX "announcements_carries" ON "announcements" USING btree ("carries");--> statement-breakpoint
CREATE INDEX "rulings_subject" ON "rulings" USING btree ("subject");--> statement-breakpoint
CREATE INDEX "rulings_other" ON "rulings" USING btree ("other");