import type { Outcome } from '@wirewatch/shared/contracts/outcome.ts';

/** The outlets of the sample web; `outlets.ts` says what each is. */
export type OutletId =
  | 'meridian'
  | 'harbour'
  | 'hub'
  | 'digest'
  | 'levant'
  | 'bogaz'
  | 'sada'
  | 'primor'
  | 'courrier'
  | 'rheinblick'
  | 'poniente'
  | 'haidong';

/** How a repost was made of its original. */
type RepostKind = 'exact' | 'wrapped' | 'cut' | 'edited' | 'reordered' | 'chain' | 'translation' | 'excerpt';

/** What the sample web plants at one address. `of` is the path of the original, as `outlet:path`. */
export type Plan =
  | { relation: 'unique' }
  | { relation: 'original' }
  | { relation: 'copy' | 'excerpt'; of: string; kind: RepostKind }
  | { relation: 'copy'; ofOutlet: string; kind: 'credit-alone' }
  | { relation: 'revision'; of: string; kind: 'other-url' }
  /** No text is to be kept: the article must end in one of these outcomes. */
  | { relation: null; outcomes: readonly Outcome[] };

/** How the server answers for the page where it does not serve the article itself. */
type Answer = 'not-found' | 'gone' | 'bot-wall' | 'listing' | 'garbled';

/** What an article says at one moment. */
export interface State {
  title: string;
  /** The text that is to be kept, one paragraph each; `## ` marks a subhead and `> ` a quotation set apart. */
  paragraphs: readonly string[];
  /** ISO 8601 with the outlet's own offset; null where the page names no update. */
  updated: string | null;
}

/** One page of the sample web as data; its outlet's template makes the HTML of it. */
export interface SampleArticle extends State {
  outlet: OutletId;
  path: string;
  language: string;
  byline?: string;
  /** ISO 8601 with the outlet's own offset. */
  published: string;
  plan: Plan;
  /** Articles that share a label look alike and must never be joined. */
  apart?: readonly string[];
  /** False where the page (not the feed) leaves the date out. */
  pageDate?: false;
  /** True where the feed lists the article last, whatever its date. */
  listedLast?: true;
  answer?: Answer;
  /** The address that the page calls its canonical one, where that is another outlet's. */
  canonical?: string;
  /** What the page says once the sample web has been revised. */
  later?: State;
  photo?: { caption: string; credit: string };
  /** A link to another article in mid-text, its headline cut. */
  readMore?: { label: string; headline: string };
  related?: readonly string[];
  previous?: string;
  next?: string;
  /** Sentences of the outlet's own, round a text that it took over: its text too, so neither wanted nor forbidden. */
  opening?: string;
  closing?: string;
  /** The line that says whose text this is; `href` where it links there; of the kind `whole` unless it says so. */
  credit?: { line: string; href?: string; kind?: 'first-published' | 'part' };
}

/** What an article file writes: an article without the state's null and with its text as one string. */
export type Draft = Omit<SampleArticle, 'paragraphs' | 'updated'> & {
  paragraphs: readonly string[];
  updated?: string | null;
};

/** One article of a draft. */
export function article(draft: Draft): SampleArticle {
  return { updated: null, ...draft };
}

/** The paragraphs of a text written with blank lines between them; line breaks within a paragraph are spaces. */
export function paragraphs(text: string): string[] {
  return text
    .trim()
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.replace(/\s*\n\s*/g, ' ').trim());
}

/** A paragraph without its mark. */
export function unmarked(paragraph: string): string {
  return paragraph.replace(/^(?:##|>) /, '');
}

/** The reference by which a plan names an article. */
export function reference(of: Pick<SampleArticle, 'outlet' | 'path'>): string {
  return `${of.outlet}:${of.path}`;
}
