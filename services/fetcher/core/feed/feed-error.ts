/** Why a document is refused as a feed. Each code is a kind of bad data: another try reads the same bytes the same way. */
export type FeedErrorCode =
  | 'empty'
  | 'html'
  | 'opml'
  | 'not-opml'
  | 'sitemap-index'
  | 'not-a-feed'
  | 'not-text'
  | 'bad-json'
  | 'too-deep'
  | 'too-large'
  | 'too-many-entities'
  /** A limit of CPU or memory ended who read it. */
  | 'too-costly';

/** A document that must be refused: `code` says which kind, the message names what was found and where. */
export class FeedError extends Error {
  override readonly name = 'FeedError';
  readonly code: FeedErrorCode;
  constructor(code: FeedErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}
