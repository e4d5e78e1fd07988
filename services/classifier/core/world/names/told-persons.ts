import { LOWER } from '../scan.ts';
import type { NameMention, Reading } from './name-mention.ts';
import { isTitle } from './word-kinds.ts';

/** Words of an office that are looked at before or behind a name. */
const OFFICE_BEHIND = 6;
const OFFICE_BEFORE = 14;
/** Words between an office and the body that it is held at: "secretary of the". */
const BEFORE_BODY = 4;

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** Verbs of telling in news, folded, that stand before or behind who speaks. */
const TELLING: Readonly<Record<string, ReadonlySet<string>>> = {
  fr: words('declare affirme explique annonce estime assure souligne indique precise regrette dit prevenu averti'),
  es: words('dijo afirmo declaro senalo explico aseguro indico anuncio advirtio sostuvo informo agrego pidio admitio'),
  de: words('sagte erklarte betonte warnte kundigte teilte sagt erklart betont warnt forderte raumte'),
  ru: words(
    'сказал сказала заявил заявила сообщил сообщила отметил отметила рассказал рассказала подчеркнул подчеркнула',
  ),
  uk: words('сказав сказала заявив заявила повідомив повідомила зазначив зазначила розповів розповіла'),
};

/** Verbs whose object is most often a person, where they stand right before a name. */
const NAMING: Readonly<Record<string, ReadonlySet<string>>> = {
  fr: words('nomme designe elu limoge inculpe investi'),
  es: words('nombro designo eligio detuvo destituyo'),
};

/** Whether what stands round the capital words `from` to `to` tells a person of them, though no list knows the name. */
export function isToldPerson(
  reading: Reading,
  from: number,
  to: number,
  start: number,
  stop: number,
  last: NameMention | undefined,
): boolean {
  return (
    tells(reading, from, to, start, stop) ||
    isOfficeBehind(reading, to, stop) ||
    isOfficeBefore(reading, from, to, start, stop) ||
    officeAtBody(reading, from, start, last) !== null
  );
}

/** "a déclaré Jo Brakkel", "Jo Brakkel sagte". */
function tells({ scanned, language }: Reading, from: number, to: number, start: number, stop: number): boolean {
  const verbs = TELLING[language];
  if (!verbs) return false;
  const before = from > start && scanned.breaks[from - 1] === 0 ? (scanned.key[from - 1] as string) : '';
  if (verbs.has(before) || NAMING[language]?.has(before)) return true;
  if (to >= stop || scanned.breaks[to - 1] !== 0) return false;
  // "Jo Brakkel a déclaré": the participle stands behind its auxiliary.
  const verb = language === 'fr' && scanned.key[to] === 'a' ? to + 1 : to;
  return verb < stop && verbs.has(scanned.key[verb] as string);
}

/** "Jo Brakkel, deputy secretary for water": an office with a small letter behind the comma. */
function isOfficeBehind(reading: Reading, to: number, stop: number): boolean {
  const { scanned, language } = reading;
  if (!isComma(reading, to - 1)) return false;
  for (let k = to; k < Math.min(stop, to + OFFICE_BEHIND); k += 1) {
    // Only in German offices have capitals within a sentence.
    if (scanned.shape[k] !== LOWER && language !== 'de') return false;
    if (isOffice(reading, k)) return true;
    if (scanned.breaks[k] !== 0 && !isHyphen(reading, k)) return false;
  }
  return false;
}

/** "The secretary for water, Jo Brakkel, said": an office in the part of the sentence that the comma ends. */
function isOfficeBefore(reading: Reading, from: number, to: number, start: number, stop: number): boolean {
  const { scanned } = reading;
  if (from === start || !isComma(reading, from - 1)) return false;
  if (to < stop && !isComma(reading, to - 1)) return false;
  for (let k = from - 1; k >= Math.max(start, from - OFFICE_BEFORE); k -= 1) {
    if (k < from - 1 && scanned.breaks[k] !== 0 && !isHyphen(reading, k)) return false;
    if (isOffice(reading, k)) return true;
  }
  return false;
}

/**
 * "The former secretary of the Dockers' Federation Jo Brakkel": the word of an office at the body that stands right before a name; null
 * where none does.
 */
export function officeAtBody(
  reading: Reading,
  from: number,
  start: number,
  last: NameMention | undefined,
): number | null {
  if (last?.type !== 'organisation' || last.to !== from || reading.scanned.breaks[from - 1] !== 0) return null;
  for (let k = last.from - 1; k >= Math.max(start, last.from - BEFORE_BODY); k -= 1) if (isOffice(reading, k)) return k;
  return null;
}

function isComma({ scanned }: Reading, i: number): boolean {
  return scanned.text[scanned.end[i] as number] === ',';
}

function isHyphen({ scanned }: Reading, i: number): boolean {
  return scanned.text.slice(scanned.end[i], scanned.start[i + 1]) === '-';
}

/** A word of an office; "porte-parole" is two words here and one in the list, "exsecretario" is one. */
function isOffice(reading: Reading, i: number): boolean {
  const { scanned, language } = reading;
  const key = scanned.key[i] as string;
  if (isTitle(reading, key)) return true;
  if (isHyphen(reading, i) && isTitle(reading, `${key}-${scanned.key[i + 1]}`)) return true;
  return language === 'es' && /^(?:ex|sub|vice)/.test(key) && isTitle(reading, key.replace(/^(?:ex|sub|vice)/, ''));
}
