import { fold } from '@wirewatch/shared/text/tokens.ts';

/** A text of several on one happening. */
export interface Told {
  text: string;
  language: string | null;
  /** Persons, organisations and places that the classifier found in it. */
  names: readonly string[];
}

/** A sentence, and whether it has a name or number that no other of the texts has. */
export interface Sentence {
  text: string;
  only: boolean;
}

/** What one of several texts says that the others do not. */
export interface OnlyHere {
  paragraphs: Sentence[][];
  /** Names and numbers that stand in it alone, as they are written, in order. */
  facts: string[];
}

/** Facts that are named; a long text alone on a happening has hundreds. */
const MOST_FACTS = 24;

/** Digits of any script, with what parts thousands and decimals. */
const NUMBER = /\p{Nd}+(?:[.,:٫٬]\p{Nd}+)*/gu;
/** Capitalised words in a row, not at the beginning of a sentence. */
const NAME = /(?=\p{Lu})(?<=[\p{Ll}\p{Nd},;:)"”»]\s+["“„«(]?)\p{Lu}[\p{L}\p{M}’'-]+(?:\s+\p{Lu}[\p{L}\p{M}’'-]+)*/gu;

/**
 * What each of several texts says alone, by its names and numbers: those are what a reporter found out, whatever the words. In German,
 * where every noun has a capital, and in scripts without capitals only the classifier's names count.
 */
export function onlyHere(texts: readonly Told[]): OnlyHere[] {
  const folded = texts.map(({ text }) => ` ${fold(text)} `);
  return texts.map((told, at) => {
    const others = folded.filter((_, other) => other !== at);
    const single = (fact: string) => !others.some((other) => holds(other, fold(fact)));
    const facts = factsOf(told).filter(single);
    const paragraphs = told.text.split('\n\n').filter((paragraph) => paragraph.trim() !== '');
    return {
      facts: [...new Set(facts)].slice(0, MOST_FACTS),
      paragraphs: paragraphs.map((paragraph) =>
        sentencesOf(paragraph, told.language).map((text) => ({
          text,
          only: facts.some((fact) => hasFact(text, fact)),
        })),
      ),
    };
  });
}

function factsOf({ text, language, names }: Told): string[] {
  const capitals = language === 'de' || language === 'lb' ? [] : [...text.matchAll(NAME)];
  const places = [...capitals, ...text.matchAll(NUMBER)].map((match): [number, string] => [
    match.index,
    match[0].replace(POSSESSIVE, ''),
  ]);
  for (const name of names) {
    const at = text.indexOf(name);
    if (at >= 0) places.push([at, name]);
  }
  return places.sort((a, b) => a[0] - b[0]).map(([, fact]) => fact);
}

/** "Varnholt's" is no other name than Varnholt. */
const POSSESSIVE = /['’]s$/u;

/** Whether a text has a fact, or of a name of several words its last one: who is introduced by full name is called by the last. */
function holds(text: string, fact: string): boolean {
  if (hasFact(text, fact)) return true;
  const last = fact.split(/\s+/).at(-1)!;
  return last !== fact && last.length > 3 && hasFact(text, last);
}

function hasFact(text: string, fact: string): boolean {
  for (let at = text.indexOf(fact); at >= 0; at = text.indexOf(fact, at + 1))
    if (!INSIDE.test(text[at - 1] ?? ' ') && !INSIDE.test(text[at + fact.length] ?? ' ')) return true;
  return false;
}

const INSIDE = /[\p{L}\p{Nd}]/u;
const segmenters = new Map<string, Intl.Segmenter>();

function sentencesOf(paragraph: string, language: string | null): string[] {
  const locale = language !== null && Intl.Segmenter.supportedLocalesOf([language]).length > 0 ? language : 'en';
  let segmenter = segmenters.get(locale);
  if (!segmenter) {
    segmenter = new Intl.Segmenter(locale, { granularity: 'sentence' });
    segmenters.set(locale, segmenter);
  }
  return [...segmenter.segment(paragraph)].map(({ segment }) => segment);
}
