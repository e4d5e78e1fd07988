/** A feed of an OPML list, as the tools that are handed to us read and write it. */
export interface OpmlFeed {
  url: string;
  title: string | null;
  site: string | null;
  folders: string[];
}

/** Reads and writes OPML lists. */
export interface OpmlTools {
  /**
   * @param source a file's bytes in any charset, or a text
   * @throws Error in words where it is no OPML
   */
  read(source: string | Uint8Array): Promise<{ feeds: OpmlFeed[]; leftOut: string[] }>;
  write(feeds: OpmlFeed[]): Promise<string>;
}
