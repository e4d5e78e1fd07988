import { foldWord } from '../fold.ts';
import { latinForm } from './latin-form.ts';

/** Endings of a Russian or Ukrainian man's surname, and what the name is called by: Полынцева, Полынцевым: Полынцев; Крамского: Крамский. */
const MALE: readonly (readonly [RegExp, string])[] = [
  [/(?<=[оеёиы]в|ин|ын)(?:а|у|ым|е|ом)$/u, ''],
  [/(?<=[сц]к)(?:ого|ому|им|ом)$/u, 'ий'],
  [/(?:ого|ому|ым|ом)$/u, 'ый'],
  [/(?<=[бвгджзклмнпрстфхцчшщ])(?:а|у|ом|ем|е)$/u, ''],
  [/(?:я|ю|ем)$/u, 'й'],
];
/** The same for women: Сомовой: Сомова. */
const FEMALE: readonly (readonly [RegExp, string])[] = [
  [/(?<=[оеё]в|ин|ын)(?:ой|у|ою)$/u, 'а'],
  [/(?<=[сц]к)(?:ой|ую|ою)$/u, 'ая'],
];
/** Endings of given names in a case other than the first. */
const GIVEN_CASES: readonly (readonly [RegExp, readonly string[]])[] = [
  [/(?:ем|ём)$/u, ['й', 'ь', '']],
  [/(?:ом|ым)$/u, ['']],
  [/(?:[ео][йи]|ою)$/u, ['а', 'я']],
  [/и$/u, ['а', 'я', 'ь', 'й']],
  [/ы$/u, ['а']],
  [/і$/u, ['а', 'я', '']],
  [/(?:ові|еві)$/u, ['', 'й', 'о']],
  [/[яю]$/u, ['й', 'ь', 'я']],
  [/[ау]$/u, ['', 'а']],
  [/е$/u, ['', 'а', 'я']],
];
const CYRILLIC = /^\p{Script=Cyrillic}/u;

/** Whether a folded Latin word is one of the given names, with the spellings that Russian names have in English. */
function isListed(latin: string, given: ReadonlySet<string>): boolean {
  return (
    given.has(latin) ||
    given.has(latin.replace(/ey$/, 'ei')) ||
    given.has(latin.replace(/ya$/, 'ia')) ||
    given.has(latin.replace(/iya$/, 'ia')) ||
    given.has(latin.replace(/ks/, 'x')) ||
    given.has(latin.replace(/y/g, 'i'))
  );
}

/** The first case of a Cyrillic given name in whatever case it stands, where the list of given names has it in Latin letters; else null. */
export function plainGiven(word: string, given: ReadonlySet<string>): string | null {
  if (!CYRILLIC.test(word)) return null;
  if (isListed(foldWord(latinForm(word)), given)) return word;
  for (const [ending, plains] of GIVEN_CASES) {
    if (!ending.test(word)) continue;
    for (const plain of plains) {
      const form = word.replace(ending, plain);
      if (form.length > 2 && isListed(foldWord(latinForm(form)), given)) return form;
    }
  }
  return null;
}

/** A Cyrillic person's name in its first case, as far as given name and surname tell; other scripts as they are. */
export function plainPerson(name: string, given: ReadonlySet<string>): string {
  const words = name.split(' ');
  if (words.length < 2 || !CYRILLIC.test(name)) return name;
  const first = plainGiven(words[0] as string, given);
  if (first === null) return name;
  const isWoman = /[ая]$/u.test(first) && !/^(?:Никит|Иль|Кузьм|Фом|Никол)/u.test(first);
  // A name in its first case stands beside a surname in its first case.
  if (first === words[0] && !/[ая]$/u.test(first)) return name;
  if (isWoman && first === words[0]) return name;
  const last = words.at(-1) as string;
  for (const [ending, plain] of isWoman ? FEMALE : MALE)
    if (ending.test(last)) return [first, ...words.slice(1, -1), last.replace(ending, plain)].join(' ');
  return [first, ...words.slice(1)].join(' ');
}
