import { AREAS, areaOf, FIELDS } from './fields/index.ts';
import type { LexiconHits } from './lexicon.ts';

/** How many numbers {@link fieldFeatures} gives: one a field, two an area. */
export const FIELD_FEATURES = FIELDS.length + 2 * AREAS.length;

/** Added to all hits before shares are taken, so that one lone word is no certainty. */
const SHARE_FLOOR = 2;

const AREA_OF = FIELDS.map((field) => AREAS.indexOf(areaOf(field)));
const PLACE_OF = new Map(FIELDS.map((field, at) => [field, at]));

/**
 * The fields of life of a text as numbers that mean the same in all languages: ln(1 + weight of its hits) for each field and
 * then for each area, and each area's share of all hits.
 */
export function fieldFeatures(hits: LexiconHits | undefined): Float32Array {
  const out = new Float32Array(FIELD_FEATURES);
  if (!hits) return out;
  const areas = new Float32Array(AREAS.length);
  let all = 0;
  for (const [field, weight] of hits.weights) {
    const at = PLACE_OF.get(field)!;
    out[at] = Math.log1p(weight);
    areas[AREA_OF[at]!]! += weight;
    all += weight;
  }
  for (let a = 0; a < AREAS.length; a += 1) {
    out[FIELDS.length + a] = Math.log1p(areas[a]!);
    out[FIELDS.length + AREAS.length + a] = areas[a]! / (all + SHARE_FLOOR);
  }
  return out;
}
