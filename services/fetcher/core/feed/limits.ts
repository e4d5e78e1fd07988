// Apart from the parser, which whoever only speaks of a feed need not load.

/** Bytes of a feed document. Feeds of full texts reach some 5 MB; miniflux refuses past 15. */
export const DEFAULT_MAX_BYTES = 16 * 1024 * 1024;

/** Before the number of entries of a document that holds more than are read, in `repaired`. */
export const BEYOND = 'newest-of:';
