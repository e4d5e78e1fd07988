/**
 * Weights of the features of country-evidence.ts, in their order: logistic regression on 2,856 labelled newswire articles (Reuters-21578),
 * country-neutral; made by lists/build/fit-countries.ts.
 */
export const COUNTRY_WEIGHTS = [
  -0.43, 0.69, -0.03, 0.82, 0.96, 0.62, -0.59, 0.24, 0.4, 0.13, 0.02, 0.25, 2.0, 0.61, 1.34, -0.36, 0.73, 0.19, 0.5,
  0.13, 1.25, 0.77, 1.01, -0.27, 0.21, 0.58, -0.74, -1.18, 0.84, -0.52, -1.26, -0.15, 0.25,
];
