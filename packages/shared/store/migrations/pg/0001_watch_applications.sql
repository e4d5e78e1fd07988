CREATE TABLE "watch_applications" (
	"id" text PRIMARY KEY NOT NULL,
	"watch_id" text NOT NULL,
	"since" bigint,
	"status" text NOT NULL,
	"below" bigint,
	"looked" integer NOT NULL,
	"matched" integer NOT NULL,
	"problem" text,
	"who" text NOT NULL,
	"created_at" bigint NOT NULL,
	"finished_at" bigint
);
--> statement-breakpoint
CREATE INDEX "watch_applications_status" ON "watch_applications" USING btree ("status");--> statement-breakpoint
CREATE INDEX "watch_applications_watch" ON "watch_applications" USING btree ("watch_id");