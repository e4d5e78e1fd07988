/**
 * The version of the deduplicator's code and settings, kept on every row it writes. Raise it with any change that can
 * alter a link or a group; reprocessing selects the rows that differ from it.
 */
export const DEDUP_VERSION = 'dedup-3';
