/** A feed of an OPML list, as the tools that are handed to us read and write it. */
export interface OpmlFeed {
  url: string;
  title: string | null;
  site: string | null;
  folders: string[];
}

/** Reads and writes OPML lists. */
export interface OpmlTools {
  /** @throws Error in words where the text is no OPML */
  read(text: string): { feeds: OpmlFeed[]; leftOut: string[] };
  write(feeds: OpmlFeed[]): string;
}
