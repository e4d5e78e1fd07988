import { MEDIA_TOPICS } from '../../contracts/media-topics.ts';
import { Relation } from '../../contracts/syndication.ts';
import type { ValueField } from '../ast.ts';
import { allCountries, countryCode } from './countries.ts';
import { EVENT_CLASSES, eventCode } from './events.ts';
import { allLanguages, languageCode } from './languages.ts';
import { nameKey } from './name-key.ts';
import { topicValue } from './topics.ts';

/** One value of a closed set: how queries write it, and what people call it. */
export interface KnownValue {
  value: string;
  name: string;
}

/** Fields whose values are of a closed set. */
export type ClosedField = 'country' | 'topic' | 'event' | 'language' | 'relation';

const RELATIONS: Readonly<Record<string, string>> = {
  copies: 'copy',
  copied: 'copy',
  originals: 'original',
  excerpts: 'excerpt',
  revisions: 'revision',
};

export function isClosed(field: ValueField): field is ClosedField {
  return field in SETS;
}

interface ClosedSet {
  /** "a country". */
  noun: string;
  /** The value that a code, a name or a word for it stands for; null where it is not of the set. */
  find(text: string, prefix: boolean): string | null;
  list(): readonly KnownValue[];
}

const SETS: Readonly<Record<ClosedField, ClosedSet>> = {
  country: {
    noun: 'a country',
    find: (text) => countryCode(text),
    list: () => allCountries().map(({ code, name }) => ({ value: code, name })),
  },
  language: {
    noun: 'a language',
    find: (text) => languageCode(text),
    list: () => allLanguages().map(({ code, name }) => ({ value: code, name })),
  },
  event: {
    noun: 'a kind of event',
    find: (text) => eventCode(text),
    list: () => EVENT_CLASSES.map(({ code, name }) => ({ value: code, name })),
  },
  topic: {
    noun: 'a topic',
    find: topicValue,
    list: () => MEDIA_TOPICS.map(({ code, label }) => ({ value: code, name: label })),
  },
  relation: {
    noun: 'a relation',
    find(text) {
      const value = text.trim().toLowerCase();
      return Relation.options.find((one) => one === value) ?? RELATIONS[value] ?? null;
    },
    list: () => Relation.options.map((value) => ({ value, name: value })),
  },
};

/** Every value of a closed set. */
export function knownValues(field: ClosedField): readonly KnownValue[] {
  return SETS[field].list();
}

/** The value of a closed set that some text means, by code, name or a word for it; null where there is none. */
export function knownValue(field: ClosedField, text: string, prefix = false): string | null {
  return SETS[field].find(text, prefix);
}

/** Values that are named where one is not of the set. */
const NEAREST = 3;

/** What was expected in place of a value that is not of its set: "a country (nearest: Egypt EGY, ...)". */
export function expectedValue(field: ClosedField, text: string): string {
  const nearest = nearestValues(SETS[field].list(), text).map(({ value, name }) =>
    nameKey(name) === nameKey(value) ? value : `${name} ${value}`,
  );
  return `${SETS[field].noun} (nearest: ${nearest.join(', ')})`;
}

function nearestValues(all: readonly KnownValue[], text: string): KnownValue[] {
  const key = nameKey(text);
  const far = ({ value, name }: KnownValue) =>
    Math.min(...[value, name, ...name.split(/[\s,]+/)].map((each) => distance(key, nameKey(each))));
  return all
    .map((known) => ({ known, far: far(known) }))
    .sort((a, b) => a.far - b.far)
    .slice(0, NEAREST)
    .map(({ known }) => known);
}

/** Letters to add, take out or exchange to make one word of another (Levenshtein). */
export function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1)
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    row = next;
  }
  return row[b.length]!;
}
