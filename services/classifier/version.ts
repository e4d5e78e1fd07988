/** Code, model and lists that make a classification; raised with any change that alters results. */
export const CLASSIFY_VERSION = 'classify-3';
