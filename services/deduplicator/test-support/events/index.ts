import type { DedupArticle } from '../../core/article.ts';
import { pick, sentence, shuffled } from '../press.ts';
import { ENGLISH } from './english.ts';
import type { Facts, Kind, Wording } from './event.ts';
import { namerOf } from './names.ts';
import { OTHER_LANGUAGES } from './other-languages.ts';

/** A report and the event that it tells of: what followed, or happened likewise elsewhere, is another event. */
export interface EventReport {
  event: string;
  article: DedupArticle & { language: string };
}

const DAYS: Record<string, string[]> = {
  en: ['Monday', 'Tuesday', 'Thursday'],
  de: ['Montag', 'Dienstag', 'Freitag'],
  es: ['lunes', 'martes', 'jueves'],
  ru: ['понедельник', 'вторник', 'четверг'],
  ar: ['الاثنين', 'الثلاثاء', 'الخميس'],
  zh: ['周一', '周二', '周四'],
};
const START = Date.UTC(2026, 2, 2);
const HOUR = 3_600_000;

/**
 * A few days of news: each kind of event happens several times in other places to other people, each time told by several outlets
 * in words of their own, some hours apart; to some the next day brings what followed.
 * @param rounds how often each kind of event happens
 */
export function newsOf(random: () => number, rounds: number): EventReport[] {
  const reports: EventReport[] = [];
  for (let round = 0; round < rounds; round += 1) {
    for (const kind of shuffled(random, [...ENGLISH, ...OTHER_LANGUAGES])) {
      const event = `${kind.name} ${round}`;
      const facts = factsOf(kind, random);
      const begins = START + random() * 72 * HOUR;
      for (const [desk, wording] of kind.wordings.entries()) {
        reports.push(report(event, kind, wording, facts, begins + random() * 14 * HOUR, `${desk}`, random));
      }
      if (!kind.after) continue;
      const later = begins + (20 + random() * 16) * HOUR;
      reports.push(report(`${event} after`, kind, kind.after, facts, later, 'after', random));
    }
  }
  return reports.sort((a, b) => (a.article.published! < b.article.published! ? -1 : 1));
}

function factsOf({ language, script }: Kind, random: () => number): Facts {
  const { place, person, firm } = namerOf(script, random);
  const number = (low: number, high: number) => Math.floor(low + random() * (high - low));
  return {
    p: place(),
    q: place(),
    a: person(),
    b: person(),
    f: firm(),
    n: number(11, 60),
    m: number(61, 400),
    k: number(401, 9000),
    d: pick(random, DAYS[language]!),
  };
}

function report(
  event: string,
  kind: Kind,
  wording: Wording,
  facts: Facts,
  at: number,
  desk: string,
  random: () => number,
): EventReport {
  const [title, ...paragraphs] = wording(facts);
  // Every desk has lines of its own that no other has.
  const own = kind.language === 'en' ? [sentence(random)] : [];
  const host = `${kind.language}-${desk}-${Math.floor(random() * 6)}.example`;
  const id = `${event} ${desk}`;
  return {
    event,
    article: {
      id,
      url: `https://${host}/${encodeURIComponent(id)}`,
      host,
      language: kind.language,
      title,
      text: [...paragraphs, ...own].join('\n\n'),
      published: new Date(at).toISOString(),
      fetched: new Date(at + 600_000).toISOString(),
    },
  };
}
