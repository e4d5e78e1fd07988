CREATE TABLE "frame_news" (
	"outlet_id" text NOT NULL,
	"article_id" text NOT NULL,
	"blocks" jsonb NOT NULL,
	"url" text NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "frame_news_outlet_id_article_id_pk" PRIMARY KEY("outlet_id","article_id")
);
