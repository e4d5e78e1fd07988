import { LOWER } from '../scan.ts';
import { plainBody } from './foreign-bodies.ts';
import { latinForm } from './latin-form.ts';
import { mention, type NameMention, type Reading } from './name-mention.ts';
import { runEnd } from './organisation-names.ts';
import { isGiven } from './word-kinds.ts';

/** The end of a name like "Doctors for Peace": those who join, and what for, both with capitals within a sentence; 0 where none begins. */
export function causeEnd(reading: Reading, i: number, start: number, stop: number): number {
  const { scanned, lexicon } = reading;
  const next = i + 2;
  if (reading.language !== 'en' || i === start || next >= stop || reading.titled[scanned.sentence[i] as number])
    return 0;
  if (!/[^s]s$|^(?:women|people)$/.test(scanned.key[i] as string) || isGiven(reading, i)) return 0;
  if (scanned.key[i + 1] !== 'for' || scanned.breaks[i] !== 0 || scanned.breaks[i + 1] !== 0) return 0;
  if (
    scanned.shape[next] === LOWER ||
    isGiven(reading, next) ||
    reading.placeAt[next] ||
    lexicon.notNames.has(scanned.key[next] as string)
  )
    return 0;
  return lexicon.leaders.longest(scanned.key, next, stop) ? 0 : runEnd(reading, i, stop);
}

const ARTICLES: Readonly<Record<string, ReadonlySet<string>>> = {
  de: new Set('der die das ein eine einer dem den des'.split(' ')),
  fr: new Set('l d le la les un une des du'.split(' ')),
  es: new Set('el la los las un una'.split(' ')),
};

/** An article with the capital of a sentence's beginning, or elided before a name: no part of it. */
export function isArticle({ scanned, language }: Reading, i: number, start: number): boolean {
  const key = scanned.key[i] as string;
  return (ARTICLES[language]?.has(key) ?? false) && (i === start || key.length === 1);
}

/** A body of a language other than English, its name in the first case where that is known. */
export function bodyMention(reading: Reading, i: number, end: number): NameMention {
  const plain = plainBody(reading, i, end);
  return mention(reading, 'organisation', i, end, {
    canonical: plain && latinForm(plain),
    alias: plain,
    rule: 'word of organisations',
    sure: true,
  });
}

/** Whether the lists have a body at word `i` that reaches as far as the one found by its kind of word. */
export function isListedBody({ scanned, lexicon }: Reading, i: number, stop: number, end: number): boolean {
  const listed = lexicon.organisations.longest(scanned.key, i, stop);
  return listed !== null && listed.end >= end && scanned.shape[i] !== LOWER;
}
