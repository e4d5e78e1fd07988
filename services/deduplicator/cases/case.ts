import type { Syndication } from '@wirewatch/shared/contracts/syndication.ts';
import type { DedupArticle } from '../core/article.ts';
import { pick } from '../test-support/press.ts';

/** A small stream of articles, in order of arrival, and what is right about it. */
export interface Golden {
  /** What is printed, and how it was taken for something else. */
  condition: string;
  articles: readonly DedupArticle[];
  /** Each of them stands in the group of the first, or names one of its members. */
  joined?: readonly string[];
  /** No two of these do. */
  apart?: readonly string[];
  /** What the rows say. */
  rows?: Readonly<Record<string, Partial<Syndication>>>;
  /** Least share of its text that an article is told to have from the one that its row names. */
  coverage?: Readonly<Record<string, number>>;
}

/** Words of a language for sentences that hardly ever come twice. */
interface Parts {
  who: string;
  did: string;
  what: string;
  why: string;
  sentence: (random: () => number, one: (part: string) => string) => string;
}

const SPANISH: Parts = {
  who: 'la maestra|el panadero|la alcaldesa|el pescador|la farmacéutica|el carpintero|la jueza|el cartero|la apicultora|el molinero',
  did: 'recordó|elogió|rechazó|aplazó|financió|examinó|celebró|criticó|prometió|revisó',
  what: 'la fuente|el mercado|la biblioteca|el puente viejo|la feria|el tranvía|la acequia|el archivo|la romería|el frontón',
  why: 'pese a la lluvia|ante los vecinos|sin dar fechas|por falta de fondos|con voluntarios|tras largas dudas|como cada otoño',
  sentence: (random, one) =>
    `En ${pick(random, 'Torralba|Vilanera|Montoro|Aldeana|Sotoverde|Riocalma'.split('|'))}, ${one('who')} ${one('did')} ${one('what')} y ${one('did')} también ${one('what')}, ${one('why')}, mientras ${one('who')} ${one('did')} ${one('what')}.`,
};

const GERMAN: Parts = {
  who: 'die Lehrerin|der Bäcker|die Schöffin|der Fährmann|die Imkerin|der Küster|die Försterin|der Tischler|die Wirtin|der Schleusenwärter',
  did: 'lobte|verschob|prüfte|besuchte|bezahlte|schloss|feierte|tadelte|erneuerte|vermaß',
  what: 'die Brücke|den Wochenmarkt|die Bücherei|den Radweg|die Orgel|den Kanal|die Sternwarte|den Speicher|die Kegelbahn|den Dorfteich',
  why: 'trotz des Regens|vor vielen Zeugen|ohne Nennung von Gründen|auf eigene Kosten|mit Freiwilligen|nach langem Zögern|wie in jedem Herbst',
  sentence: (random, one) =>
    `In ${pick(random, 'Moorstede|Hollerbach|Kranzow|Finkenau|Altwiese|Tellmark'.split('|'))} ${one('did')} ${one('who')} ${one('what')} und ${one('did')} auch ${one('what')}, ${one('why')}, während ${one('who')} ${one('what')} ${one('did')}.`,
};

const PARTS = { es: SPANISH, de: GERMAN } as const;

/** So many sentences that an outlet wrote itself, each of some twenty words. */
export function ownProse(random: () => number, language: keyof typeof PARTS, sentences: number): string {
  const parts = PARTS[language];
  const one = (part: string) => pick(random, (parts[part as keyof Parts] as string).split('|'));
  return Array.from({ length: sentences }, () => parts.sentence(random, one)).join(' ');
}

/** A time as minutes after {@link article}'s noon of 1 May 2024, from the day of that month and the hour (UTC). */
export function at(day: number, hour: number, minute = 0): number {
  return ((day - 1) * 24 + hour - 12) * 60 + minute;
}
