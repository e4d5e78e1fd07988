/** The version of code, model and lists that make a classification; made and raised as services/cleaner/version.ts says. */
export const CLASSIFY_VERSION = 'classify-9.bd6bb671';
