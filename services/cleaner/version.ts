/**
 * The version of the cleaner's code, word lists and block model, recorded on every result: reprocessing selects the rows
 * that carry another one. The part after the point is a hash of core/; the test beside this file says the new one when core/
 * has changed. The number before it is for changes outside of core/ (the charset, the list of outlets).
 */
export const CLEAN_VERSION = 'clean-1.80b1b4b2';
