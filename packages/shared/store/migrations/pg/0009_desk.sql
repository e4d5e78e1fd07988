CREATE TABLE "digests" (
	"watch_id" text NOT NULL,
	"day" text NOT NULL,
	"status" text NOT NULL,
	"attempts" integer NOT NULL,
	"next_at" bigint NOT NULL,
	"alerts" integer NOT NULL,
	"last_error" text,
	"ended_at" bigint,
	CONSTRAINT "digests_watch_id_day_pk" PRIMARY KEY("watch_id","day")
);
--> statement-breakpoint
CREATE TABLE "reading_marks" (
	"who" text NOT NULL,
	"kind" text NOT NULL,
	"subject" text NOT NULL,
	"read_at" bigint,
	"kept_at" bigint,
	"note" text,
	"tags" jsonb NOT NULL,
	"updated_at" bigint NOT NULL,
	CONSTRAINT "reading_marks_who_kind_subject_pk" PRIMARY KEY("who","kind","subject")
);
--> statement-breakpoint
CREATE TABLE "saved_searches" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "saved_searches_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"who" text NOT NULL,
	"name" text NOT NULL,
	"query" text NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "watches" ADD COLUMN "texts_only" boolean;--> statement-breakpoint
ALTER TABLE "watches" ADD COLUMN "mail" jsonb;--> statement-breakpoint
CREATE INDEX "reading_marks_subject" ON "reading_marks" USING btree ("subject");--> statement-breakpoint
CREATE INDEX "reading_marks_recent" ON "reading_marks" USING btree ("who","updated_at");--> statement-breakpoint
CREATE UNIQUE INDEX "saved_searches_name" ON "saved_searches" USING btree ("who","name");