import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { seeded } from '@wirewatch/shared/seeded.ts';
import type { Act } from '../core/frame/reposter/sentence-model.ts';
import type { LabelledLine, LabelledSentence } from './sentences.ts';

/**
 * Wordings of a site's lines and of a reposter's sentences, written for this project as patterns with alternatives:
 * `{Share|Send} this {article|story}`. A file holds languages (`== en`) and a pattern a line behind its letter; `-` is a
 * sentence of an article that has a frame's words.
 */
interface Wording {
  lang: string;
  letter: string;
  text: string;
}

/** What the letters stand for; those with an act are a reposter's sentences, the others a site's lines. */
const LETTERS: Record<string, { kind: string; act?: Act }> = {
  n: { kind: 'newsletter', act: 'invite' },
  f: { kind: 'follow', act: 'invite' },
  a: { kind: 'app', act: 'invite' },
  e: { kind: 'report an error', act: 'invite' },
  d: { kind: 'support', act: 'invite' },
  c: { kind: 'comments', act: 'invite' },
  I: { kind: 'invite', act: 'invite' },
  T: { kind: 'thanks', act: 'thank' },
  D: { kind: 'disclaimer', act: 'disclaim' },
  F: { kind: 'first published', act: 'first-published' },
  A: { kind: 'announcement', act: 'announce' },
  l: { kind: 'listen' },
  r: { kind: 'read more' },
  s: { kind: 'share' },
  p: { kind: 'published' },
  b: { kind: 'log in' },
  v: { kind: 'advertisement' },
  g: { kind: 'paywall' },
  w: { kind: 'editor' },
  k: { kind: 'consent' },
  y: { kind: 'copyright' },
  t: { kind: 'tags' },
};
/** Sentences that are made of a pattern: its words matter, not how often they stand together. */
const SAMPLES = 8;

function readWordings(): Wording[] {
  const folder = join(import.meta.dirname, 'wordings');
  const random = seeded(11);
  const found: Wording[] = [];
  for (const file of readdirSync(folder).sort()) {
    let lang = '';
    for (const line of readFileSync(join(folder, file), 'utf8').split('\n')) {
      if (line.startsWith('== ')) lang = line.slice(3).trim();
      else if (line.length > 2) {
        for (const text of samplesOf(line.slice(2), random)) found.push({ lang, letter: line[0] as string, text });
      }
    }
  }
  return found;
}

/** Some eight different sentences of a pattern, the same in each run. */
export function samplesOf(pattern: string, random = seeded(11)): Set<string> {
  const made = new Set<string>();
  for (let i = 0; i < SAMPLES; i += 1) made.add(oneOf(pattern, random));
  return made;
}

function oneOf(pattern: string, random: () => number): string {
  return pattern
    .replace(/\{([^{}]*)\}/g, (_, list: string) => {
      const choices = list.split('|');
      return choices[Math.floor(random() * choices.length)] as string;
    })
    .replace(/ {2,}/g, ' ')
    .replace(/ (?=,)/g, '')
    .trim();
}

/** As lines round a text: all but what stands before one. */
export function wordedLines(): LabelledLine[] {
  return readWordings().flatMap(({ lang, letter, text }) => {
    const known = LETTERS[letter];
    if (known?.act === 'announce') return [];
    const line = { lang, kind: known?.kind ?? 'trap', positive: known !== undefined };
    const asText = { ...line, html: `<p>${text}</p>` };
    const headline = letter === 'r' ? HEADLINE.exec(text) : null;
    return headline ? [asText, { ...line, html: `<p>${headline[1]}<a href="/a">${headline[2]}</a></p>` }] : [asText];
  });
}

/** What a line leads to is a link more often than not. */
const HEADLINE = /^([^:：»]*[:：»]\s*)(.+)$/u;

/** As sentences at a text's edge. */
export function wordedSentences(): LabelledSentence[] {
  return readWordings().flatMap(({ lang, letter, text }) => {
    const act = LETTERS[letter]?.act;
    if (letter !== '-' && !act) return [];
    const places =
      act === 'announce'
        ? (['open'] as const)
        : act && act !== 'first-published'
          ? (['close'] as const)
          : (['open', 'close'] as const);
    return places.map((place) => ({ lang, place, act: act ?? 'none', positive: act !== undefined, text }));
  });
}
