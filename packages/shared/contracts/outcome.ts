/**
 * The one closed set of outcomes. Every article ends each stage in exactly one of these, with a reason in words;
 * `finish()` is the only writer.
 */
export const OUTCOMES = {
  passed: 'the stage did its work and handed the article on',
  done: 'the last stage did its work',
  unchanged: 'the page was fetched again and says the same as before',
  'same-page': 'the address leads to the page of another article, which stands for both',
  blocked: 'a bot wall, consent wall or paywall stood before the text',
  'not-an-article': 'the page is a home page, a listing, a video page or no page at all',
  'too-short': 'the page has an article, but fewer words than can be judged',
  'too-large': 'the page is larger than the limit on decoded bytes',
  empty: 'the page has no text',
  gone: 'the server says that the page is gone or never was (404, 410)',
  refused: 'the server refuses us this page (401, 403, 451)',
  'refused-by-robots': 'robots.txt asks us not to fetch this page',
  unsafe: 'the address is private, or no http(s) address',
  'raw-lost': 'its raw bytes are missing or damaged: it is fetched again',
  unreachable: 'the host did not answer in all the tries that it was given',
  forgotten: 'the user asked that this page be forgotten',
  quarantined: 'the input is bad or our code has a fault: kept with its reason, to be replayed',
} as const;

export type Outcome = keyof typeof OUTCOMES;
