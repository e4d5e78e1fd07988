/** Of the fetcher's result; raise it when the bytes that are kept would differ. */
export const FETCH_VERSION = 'fetch-1';
