/** The version of the deduplicator, kept on every row it writes; made and raised as services/cleaner/version.ts says. */
export const DEDUP_VERSION = 'dedup-4.ad07f347';
