import { tokenize } from '@wirewatch/shared/text/tokens.ts';
import type { Page } from '../dom/parse.ts';
import { withoutTags } from '../dom/tags-out.ts';
import { readJsonLd } from '../meta/json-ld.ts';
import { countWords } from '../quality.ts';
import { textInState } from './state-text.ts';

/** A text that the page holds for machines and does not show, as HTML. */
export interface UnseenText {
  html: string;
  reason: string;
}

/** A shown text of fewer words is what is left of a page whose article a script would bring. */
const SHOWN = 80;
/** An unseen text of fewer words is a summary. */
const LEAST = 60;
/** How many times the shown text's words an unseen one must have: a stub's, and of one that goes on where the page breaks off. */
const MUCH_MORE = 3;
const MORE = 1.4;
/** Share of the shown words that an unseen text must have to be the same article's. */
const SAME = 0.85;
/** Share of what follows that may have been shown: a text's words recur, some 55 % of them. */
const OTHER = 0.8;

/**
 * The article's text where the page shows none of it, or only its head: in JSON-LD or in the state of the page's scripts. Null
 * where the page shows the article, and where it says that the text is to be paid for.
 */
export function unseenText(page: Page, shown: string): UnseenText | null {
  const ld = page.jsonLd.some((s) => s.includes('articleBody'));
  if (!ld && page.states.length === 0) return null;
  if (isPaid(page.jsonLd)) return null;
  const words = countWords(shown);
  const body = ld ? (readJsonLd(page.jsonLd).article?.body ?? null) : null;
  if (body !== null) {
    const html = body.includes('</p>') ? body : paragraphs(body);
    const more = countWords(withoutTags(html));
    const stub = words < SHOWN && more >= words * MUCH_MORE;
    if (more >= LEAST && (stub || (more >= words * MORE && goesOn(shown, withoutTags(html)))))
      return { html, reason: `the text stands in the page's JSON-LD only (${more} words, ${words} are shown)` };
  }
  const state = words < SHOWN ? textInState(page.states) : null;
  if (state === null) return null;
  const more = countWords(withoutTags(state));
  if (more < LEAST || more < words * MUCH_MORE) return null;
  return { html: state, reason: `the text stands in the page's scripts only (${more} words, ${words} are shown)` };
}

function paragraphs(body: string): string {
  return body
    .split(/\n+/)
    .map((p) => `<p>${p}</p>`)
    .join('\n');
}

/** Does the body begin with the shown text and go on with another: neither the same once more nor many articles in one. */
function goesOn(shown: string, body: string): boolean {
  const seen = tokenize(shown);
  const all = tokenize(body);
  if (all.length > seen.length * MUCH_MORE) return false;
  const head = Math.round(seen.length * 1.15);
  return shareOf(seen, all.slice(0, head)) >= SAME && shareOf(all.slice(head), seen) < OTHER;
}

/** Share of the tokens that stand among others. */
function shareOf(tokens: readonly string[], others: readonly string[]): number {
  const have = new Set(others);
  return tokens.filter((t) => have.has(t)).length / Math.max(1, tokens.length);
}

/** Does the page's JSON-LD say that it is not free to read? */
export function isPaid(jsonLd: readonly string[]): boolean {
  return jsonLd.some((s) => /"isAccessibleForFree"\s*:\s*"?false/i.test(s));
}
