import { FOLDING } from '@wirewatch/shared/text/letters.ts';

/**
 * The version of the deduplicator, kept on every row it writes; made and raised as services/cleaner/version.ts says. The last part is
 * the version of the folding by which words are compared.
 */
export const DEDUP_VERSION = `dedup-17.5eb8c913.f${FOLDING}`;
