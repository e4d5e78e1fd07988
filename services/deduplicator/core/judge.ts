import type { Basis } from '@wirewatch/shared/contracts/syndication.ts';
import { type Article, credits, pointsTo, sameOutlet } from './article.ts';
import { isUndecided } from './instant.ts';
import type { LinkKind, Overlap, Verdict } from './link.ts';
import { isHabit, isQuoted, type Measure, measureOf } from './measure.ts';
import {
  differInDateline,
  type FactCount,
  factsKept,
  type Setting,
  seriesReason,
  settingOf,
  standingReason,
  templateReason,
} from './template.ts';

/**
 * A copy has this much of: the share of the newer text that is covered, plus half the share of the older. Copies with a
 * third dropped, a wrapper added and sentences edited have .78 and more, articles that quote half of another .67 at most.
 */
const COPY_SCORE = 0.7;
const COPY_OF_OLDER = 0.25;
/** Or: nearly all of the newer stands in the older, however short it was cut. */
const CUT_NEWER = 0.85;
/** Or: nearly all of the older stands in a longer newer one. */
const CONTAINED_OLDER = 0.8;
const CONTAINED_NEWER = 0.3;
/** Here all that is a text's own stands in the other: nothing of its news lies outside. */
const WHOLE = 0.9;
/** Two numbers of a series share this much of both: less is not the form alone, but what was cut and added. */
const SERIES = 0.72;
/** Share of the facts in the aligned parts that agree in a text taken over as it is. */
const FAITHFUL = 0.8;
/** The floor below which nothing is joined across outlets but by credit. */
const MIN_WORDS = 30;
/**
 * An excerpt is a stretch of so many equal words, those inside quotation marks weighing less: what somebody said any
 * reporter may have heard, what the reporter wrote was read.
 */
const EXCERPT_WORDS = 20;
/** How sure it is that two who quote the same words have them from a third: the one may have them from the other. */
const BOTH_QUOTE = 0.6;
const REVISION_COVERAGE = 0.3;
const SAME_OUTLET_COVERAGE = 0.5;
const SAME_OUTLET_DAYS = 4;
/** Later than that an outlet's own text counts as carried again only when both texts are mostly one: its background paragraphs recur. */
const SAME_OUTLET_AGAIN = 0.75;
/** Or when nearly all of the newer, and so much, stands in the older: that is no closing note. */
const SAME_OUTLET_WORDS = 100;
const DAY_MS = 86_400_000;

/** What an overlap means: a pure function of it and of the two articles. */
export function judge(overlap: Overlap, newer: Article, older: Article): Verdict {
  const measure = measureOf(overlap, newer, older);
  const { coverage, originalCoverage } = measure;
  const shares = sharesOf(coverage, originalCoverage);
  const how: Basis = overlap.exact ? 'hash' : 'text';
  const no = (reason: string) => refused(overlap, measure, newer, older, reason);
  const home = sameOutlet(newer, older);
  if (newer.address === older.address && coverage >= REVISION_COVERAGE) {
    return verdictOf(measure, 'revision', ['same-url', how], 0.99, `same address; ${shares}`);
  }
  const credited = credits(newer, older) || credits(older, newer);
  const pointed = pointsTo(newer, older) || pointsTo(older, newer);
  const setting = settingOf(overlap, measure.facts, newer, older, home);
  const template = overlap.exact || credited || pointed ? null : templateReason(measure.facts, setting);
  if (template) return no(template);
  const faithful = overlap.exact || factsKept(measure.facts) >= FAITHFUL;
  const near = Math.abs(newer.instant.at - older.instant.at) <= SAME_OUTLET_DAYS * DAY_MS;
  // An outlet's text that comes again later with another day in it tells of another day.
  const later = home && !near && !overlap.exact;
  const whole = faithful && !later && Math.max(coverage, originalCoverage) >= WHOLE;
  const dated = !later && !overlap.exact && differInDateline(overlap, newer, older);
  const standing = whole || dated || credited || pointed ? null : formReason(measure, newer, older, home, setting);
  const short = Math.min(newer.tokenCount, older.tokenCount) < MIN_WORDS;
  if (!standing && home && near && !short && Math.min(coverage, originalCoverage) >= SAME_OUTLET_COVERAGE) {
    const reason = `same outlet within ${SAME_OUTLET_DAYS} days; ${shares}`;
    return verdictOf(measure, 'revision', ['same-outlet', how], confidenceOf(measure), reason);
  }
  const again = Math.min(coverage, originalCoverage) >= SAME_OUTLET_AGAIN;
  const covers = home
    ? again || (coverage >= CUT_NEWER && measure.words >= SAME_OUTLET_WORDS)
    : (coverage + originalCoverage / 2 >= COPY_SCORE && originalCoverage >= COPY_OF_OLDER) ||
      coverage >= CUT_NEWER ||
      (originalCoverage >= CONTAINED_OLDER && coverage >= CONTAINED_NEWER) ||
      (faithful && originalCoverage >= WHOLE && overlap.share >= CONTAINED_NEWER);
  if (covers && standing) return no(standing);
  if (covers && short && !credited && !pointed) return no(`under ${MIN_WORDS} words only a credit joins; ${shares}`);
  if (covers) {
    const basis: Basis[] = [how];
    if (credited) basis.push('credit');
    if (pointed) basis.push('canonical');
    if (home) basis.push('same-outlet');
    return verdictOf(measure, 'copy', basis, confidenceOf(measure), shares);
  }
  if (measure.longest >= EXCERPT_WORDS) {
    const reason = `${measure.words} words are quoted; ${shares}`;
    const excerpt = verdictOf(measure, 'excerpt', overlap.exact ? BY_HASH : BY_TEXT, 0.9, reason);
    if (isUndecided(newer.instant, older.instant)) excerpt.undecided = true;
    return excerpt;
  }
  return no(`too little is shared: ${shares}`);
}

/** Why nothing but a form is shared, though most words are. */
function formReason(measure: Measure, newer: Article, older: Article, home: boolean, setting: Setting): string | null {
  const [ours, theirs] = [less(newer, measure.aside), less(older, measure.aside)];
  const reason = standingReason(measure.facts, ours, theirs, setting);
  if (reason || !home || Math.min(measure.coverage, measure.originalCoverage) < SERIES) return reason;
  return seriesReason(measure.facts, ours, theirs);
}

function verdictOf(measure: Measure, kind: LinkKind, basis: Basis[], confidence: number, reason: string): Verdict {
  return { coverage: measure.coverage, originalCoverage: measure.originalCoverage, kind, basis, confidence, reason };
}

/** The words do not make it a copy; a credit may. */
function refused(overlap: Overlap, measure: Measure, newer: Article, older: Article, reason: string): Verdict {
  const { agreement } = overlap;
  const quoted = agreement && !agreement.pointing ? 0 : quotedWords(overlap, newer, older);
  if (quoted >= EXCERPT_WORDS) {
    const said = `both quote ${quoted} words; ${sharesOf(overlap.share, overlap.originalShare)}`;
    return {
      ...verdictOf(measure, 'shared', BY_TEXT, BOTH_QUOTE, said),
      coverage: overlap.share,
      originalCoverage: overlap.originalShare,
    };
  }
  if (agreement?.pointing) return verdictOf(measure, 'points', ['canonical'], 0, agreement.reason);
  if (!agreement) return verdictOf(measure, 'overlap', overlap.exact ? BY_HASH : BY_TEXT, 0, reason);
  const named: Basis[] = [credits(newer, older) ? 'credit' : 'canonical'];
  if (agreement.translation) named.push('translation');
  return verdictOf(measure, 'credit', named, agreement.confidence, agreement.reason);
}

/** Equal words of the stretches that stand in quotation marks on both sides. */
function quotedWords({ spans, exact }: Overlap, newer: Article, older: Article): number {
  let words = 0;
  if (!exact) for (const span of spans) if (isQuoted(span) && !isHabit(span, newer, older)) words += span.matched;
  return words;
}

function less(article: Article, aside: FactCount): FactCount {
  return { numbers: article.numbers - aside.numbers, names: article.names - aside.names };
}

function confidenceOf({ coverage, originalCoverage }: Measure): number {
  const least = Math.min(coverage, Math.max(originalCoverage, coverage / 2));
  return Math.round(Math.min(0.99, 0.7 + 0.3 * least) * 100) / 100;
}

/** What most links rest on: one list for all of them. */
const BY_HASH: Basis[] = ['hash'];
const BY_TEXT: Basis[] = ['text'];

/** The sentence for each two percentages, once made: links are many, and these are few. */
const saidOfShares: (string | undefined)[] = [];

function sharesOf(coverage: number, originalCoverage: number): string {
  const [ours, theirs] = [Math.round(coverage * 100), Math.round(originalCoverage * 100)];
  const at = ours * 101 + theirs;
  saidOfShares[at] ??= `${ours} % of it stands in the other text, of which it holds ${theirs} %`;
  return saidOfShares[at];
}
