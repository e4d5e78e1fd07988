import type { CountryScore } from './countries.ts';
import { isNamed } from './countries.ts';
import type { EventNote, WeighedEvent } from './events/event-reading.ts';
import type { PlaceMention } from './find-places.ts';
import type { PlaceKind } from './gazetteer.ts';
import type { MergedMention } from './merge-entities.ts';
import type { NameRule } from './names/name-mention.ts';
import { type Scan, sentenceText } from './scan.ts';

/** What the entities, countries and events of an article rest on, and what was seen and left out. */
export interface WorldEvidence {
  /** Each name in the text; `entity`: which one it counts for, null where only its shape spoke for it and nothing confirmed it. */
  entities: { words: string; type: string; rule: NameRule; entity: string | null; sentence: string }[];
  /** Each country with its probability, whether that is enough to name it, and the words that speak for it. */
  countries: {
    country: string;
    score: number;
    named: boolean;
    words: { words: string; list: PlaceKind | 'leader'; sentence: string }[];
  }[];
  events: EventNote[];
  /** Each event that a sentence may tell, with what the article makes of it. */
  weighed: WeighedEvent[];
}

/** Words of one country that are shown; an article may name it a hundred times. */
const MOST_WORDS = 12;

/** Gathers {@link WorldEvidence} from what a reading came by. */
export function worldEvidence(
  scanned: Scan,
  places: readonly PlaceMention[],
  merged: readonly MergedMention[],
  scores: readonly CountryScore[],
  told: Pick<WorldEvidence, 'events' | 'weighed'>,
): WorldEvidence {
  const written = ({ from, to }: { from: number; to: number }) =>
    scanned.text.slice(scanned.start[from], scanned.end[to - 1]);
  const around = ({ from }: { from: number }) => sentenceText(scanned, scanned.sentence[from] as number);
  return {
    entities: merged.map(({ mention, entity }) => ({
      words: written(mention),
      type: mention.type,
      rule: mention.rule,
      entity,
      sentence: around(mention),
    })),
    countries: scores.map((scored, rank) => ({
      country: scored.country,
      score: Math.round(1000 * scored.score) / 1000,
      named: isNamed(scored, rank),
      words: [
        ...places
          .filter(({ place }) => place.country === scored.country)
          .map((one) => ({ words: written(one), list: one.place.kind, sentence: around(one) })),
        ...merged
          .filter(({ mention: { type, country } }) => type === 'person' && country === scored.country)
          .map(({ mention }) => ({ words: written(mention), list: 'leader' as const, sentence: around(mention) })),
      ].slice(0, MOST_WORDS),
    })),
    ...told,
  };
}
