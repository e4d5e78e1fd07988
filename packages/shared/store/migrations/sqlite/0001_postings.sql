CREATE TABLE dedup_postings (
	key integer NOT NULL,
	number integer NOT NULL,
	PRIMARY KEY (key, number)
) WITHOUT ROWID;
