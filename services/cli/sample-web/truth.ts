import type { Outcome } from '@wirewatch/shared/contracts/outcome.ts';
import type { Relation } from '@wirewatch/shared/contracts/syndication.ts';
import { type Plan, reference, type SampleArticle, type State, unmarked } from './article.ts';
import { ARTICLES } from './articles/index.ts';
import { addressOf, OUTLETS, outletOf } from './outlets.ts';
import { TEMPLATES } from './templates/index.ts';
import { ownJunk } from './templates/parts.ts';

/** What was planted at one address, as the pipeline's record is to say it. */
export interface Truth {
  url: string;
  outlet: string;
  language: string;
  /** The article ends in one of these. */
  outcomes: readonly Outcome[];
  /** Null where no text is kept. */
  relation: Relation | null;
  kind: Extract<Plan, { kind: string }>['kind'] | null;
  originalUrl: string | null;
  /** The original's outlet, also where its text is not in the store. */
  original: string | null;
  /** Two articles are in one group exactly if they have the same key; null where no text is kept. */
  group: string | null;
  credit: { source: string; kind: 'whole' | 'first-published' | 'part' } | null;
  /** Words of the text that must be kept. */
  mustContain: readonly string[];
  /** Words of the page that are not the article's. */
  mustNotContain: readonly string[];
  /** Lines that may occur within a sentence, but never as a paragraph of the text: the headline. */
  mustNotBeParagraph: readonly string[];
  /** Near misses: no two articles that share a label may be in one group. */
  apart: readonly string[];
  /** What holds once the sample web has been revised and its feeds polled again; null where nothing changes. */
  later: {
    relation: Relation;
    title: string;
    mustContain: readonly string[];
    mustNotContain: readonly string[];
  } | null;
}

/** The length of a sample: long enough to be found in one text only, short enough to lie within a sentence mostly. */
const SAMPLE_LENGTH = 36;

const BY_REFERENCE = new Map(ARTICLES.map((article) => [reference(article), article]));

/** The planted truth, one line for each article of the sample web. */
export const TRUTH: readonly Truth[] = ARTICLES.map(truthOf);

/** Pairs of addresses that look alike and must never be in one group: each pair of a label, each excerpt and its source. */
export const APART: readonly (readonly [string, string])[] = [
  ...ARTICLES.flatMap((one, index) =>
    ARTICLES.slice(index + 1)
      .filter((other) => one.apart?.some((label) => other.apart?.includes(label)))
      .map((other) => [addressOf(one), addressOf(other)] as const),
  ),
  ...ARTICLES.flatMap((article) =>
    article.plan.relation === 'excerpt' ? [[addressOf(article), addressOf(planned(article.plan.of))] as const] : [],
  ),
];

function truthOf(article: SampleArticle): Truth {
  const { plan } = article;
  const kept = plan.relation !== null;
  const of = 'of' in plan ? planned(plan.of) : null;
  return {
    url: addressOf(article),
    outlet: outletOf(article).name,
    language: article.language,
    outcomes: plan.relation === null ? plan.outcomes : ['done'],
    relation: plan.relation,
    kind: 'kind' in plan ? plan.kind : null,
    originalUrl: of && addressOf(of),
    original: 'ofOutlet' in plan ? plan.ofOutlet : of && outletOf(of).name,
    group: kept ? groupOf(article) : null,
    credit: creditOf(article),
    mustContain: kept ? endsOf(article) : [],
    mustNotContain: kept ? [...ownJunk(article), ...TEMPLATES[article.outlet].frame] : [],
    mustNotBeParagraph: kept ? [article.title] : [],
    apart: article.apart ?? [],
    later: article.later ? laterOf(article, article.later) : null,
  };
}

function laterOf(article: SampleArticle, later: State): Truth['later'] {
  const gone = article.paragraphs.filter((paragraph) => !later.paragraphs.includes(paragraph));
  return {
    relation: 'revision',
    title: later.title,
    mustContain: endsOf(later),
    mustNotContain: endsOf({ paragraphs: gone }),
  };
}

/** Excerpts, translations and copies by credit alone have groups of their own: their text joins them to nobody. */
function groupOf(article: SampleArticle): string {
  const { plan } = article;
  const joined = plan.relation === 'revision' || (plan.relation === 'copy' && plan.kind !== 'translation');
  return joined && 'of' in plan ? groupOf(planned(plan.of)) : reference(article);
}

function creditOf(article: SampleArticle): Truth['credit'] {
  if (article.credit === undefined) return null;
  const { line, kind } = article.credit;
  const absent = 'ofOutlet' in article.plan ? [article.plan.ofOutlet] : [];
  const names = [...Object.values(OUTLETS).map((outlet) => outlet.name), ...absent];
  const source = names.find((name) => line.includes(name));
  if (source === undefined) throw new Error(`a credit to nobody: ${line}`);
  return { source, kind: kind ?? 'whole' };
}

/** The last words of the first and the last paragraph. Their ends, since a dateline at the start may rightly be cut. */
function endsOf(state: Pick<State, 'paragraphs'>): string[] {
  return [...new Set([state.paragraphs[0], state.paragraphs.at(-1)])]
    .filter((paragraph) => paragraph !== undefined)
    .map((paragraph) => unmarked(paragraph).slice(-SAMPLE_LENGTH).trim());
}

function planned(of: string): SampleArticle {
  const article = BY_REFERENCE.get(of);
  if (article === undefined) throw new Error(`no article ${of}`);
  return article;
}
