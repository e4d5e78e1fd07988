import type { PlaceMention } from '../find-places.ts';
import type { NameLexicon } from '../lexicon.ts';
import type { Scan } from '../scan.ts';

/** What speaks for a name: a list, or the kind of words in and round it. */
export type NameRule =
  | 'list of leaders'
  | 'list of office holders'
  | 'list of organisations'
  | 'list of companies'
  | 'list of places'
  | 'title before the name'
  | 'given name'
  | 'word of organisations'
  | 'word of places'
  | 'dateline'
  | 'speech or particle'
  | 'acronym'
  | 'preposition of place'
  | 'capitals alone';

/** A name in a text: words `from` (inclusive) to `to` (exclusive). */
export interface NameMention {
  type: 'person' | 'organisation' | 'place';
  from: number;
  to: number;
  /** What mentions of one are joined by: as the text writes it; for a person of the lists, the list's full name. */
  name: string;
  /** As the text writes it, in its plain form where the text inflects it and a list knows that. */
  form: string;
  /** The one name over all texts, where a list knows it. */
  canonical: string | null;
  office: string | null;
  country: string | null;
  /** For a place that is a whole country: its code, so that its names count as one. */
  alias: string | null;
  /** CAMEO role where a list knows it ("GOV", "REB", "IGO"). */
  role: string | null;
  rule: NameRule;
  /** False where only the shape of the words speaks for it, so that another mention must confirm it. */
  sure: boolean;
}

/** How the names of one text are found: the scan with what is already known of it. */
export interface Reading {
  scanned: Scan;
  lexicon: NameLexicon;
  /** ISO 639-1. */
  language: string;
  /** For each word, the place that covers it. */
  placeAt: (PlaceMention | undefined)[];
  shouting: boolean[];
  /** Sentences written in title case. */
  titled: boolean[];
}

/** A mention of the words `from` to `to`, with what is known of it. */
export function mention(
  reading: Reading,
  type: NameMention['type'],
  from: number,
  to: number,
  more: {
    name?: string | undefined;
    form?: string | undefined;
    canonical?: string | null | undefined;
    office?: string | null;
    country?: string | null;
    role?: string | null;
    alias?: string | null;
    rule: NameRule;
    sure: boolean;
  },
): NameMention {
  const name = more.name ?? written(reading.scanned, from, to);
  return {
    type,
    from,
    to,
    name,
    form: more.form ?? name,
    canonical: more.canonical ?? null,
    office: more.office ?? null,
    country: more.country ?? null,
    role: more.role ?? null,
    alias: more.alias ?? null,
    rule: more.rule,
    sure: more.sure,
  };
}

/** A name as the text writes it, with the full stop of an abbreviation ("U.S."). */
function written(scanned: Scan, from: number, to: number): string {
  const name = scanned.text.slice(scanned.start[from], scanned.end[to - 1]);
  return /\.\p{Lu}$/u.test(name) && scanned.text[scanned.end[to - 1] as number] === '.' ? `${name}.` : name;
}
