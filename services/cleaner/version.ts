/**
 * The version of the cleaner's code and lists, recorded on every result. Raise it with every change that can change a
 * result: reprocessing selects the rows that carry another one.

 */
export const CLEAN_VERSION = 'clean-1';
