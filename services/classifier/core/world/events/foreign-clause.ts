import type { Scan } from '../scan.ts';
import type { Actor } from './find-actors.ts';

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** What opens a sentence with a circumstance: who stands in it is not who acts. All folded. */
const OPENING: Readonly<Record<string, ReadonlySet<string>>> = {
  de: words('nach bei wegen trotz seit wahrend angesichts infolge vor in im am laut mit nachdem weil obwohl als'),
  fr: words('apres lors suite malgre depuis face dans en selon pour alors avant pendant sous devant'),
  es: words('tras despues durante ante desde en segun pese para mientras luego con por'),
  ru: words('после в во на из по при накануне несмотря ввиду вслед'),
  ar: words('بعد في خلال وفق عقب قبل منذ'),
};
/** German verbs that stand second: behind them comes who acts. */
const SECOND = words(
  'hat haben hatte hatten ist sind war waren wurde wurden wird werden will wollen soll sollen muss mussen kann konnen hatte',
);
/** Words of an opening that are looked at. */
const OPENING_WITHIN = 22;

/** The first word behind an opening circumstance; `start` where there is none. */
export function openingEnd(scanned: Scan, language: string, start: number, from: number): number {
  if (!OPENING[language]?.has(scanned.key[start] as string)) return start;
  const last = Math.min(from, start + OPENING_WITHIN);
  for (let i = start; i < last; i += 1) {
    if (language === 'de' ? SECOND.has(scanned.key[i] as string) : /[,،]/.test(between(scanned, i))) return i + 1;
  }
  return start;
}

/** "laut", "selon", "según", "по данным", "dem ... zufolge": who only tells it. */
const TELLERS = words('laut selon segun podle secondo');
const TELLING = /^(?:laut|selon|segun|nach angaben|по данным|по словам|по сообщени\p{L}*|d apres|وفقا|بحسب|حسب)$/u;

export function isTeller(scanned: Scan, language: string, from: number): boolean {
  if (language === 'en') return false;
  for (let back = 1; back <= 3; back += 1) {
    const key = scanned.key[from - back] ?? '';
    if (TELLERS.has(key) || TELLING.test(key) || TELLING.test(`${scanned.key[from - back - 1] ?? ''} ${key}`))
      return true;
  }
  return false;
}

const BEFORE_BODY = words('ante devant vor beim перед امام لدي');

/** "ante la Corte", "vor dem Sicherheitsrat": a body that something is brought before. */
export function isVenue(scanned: Scan, from: number): boolean {
  return BEFORE_BODY.has(scanned.key[from - 1] ?? '') || BEFORE_BODY.has(scanned.key[from - 2] ?? '');
}

const AND = words('und et y e и ve و sowie 和 与 及 同 跟');

/** Those who act together with somebody: "Chad und Mali", "مصر وقطر". */
export function jointWith(scanned: Scan, acting: readonly Actor[], first: Actor): Actor[] {
  const joint: Actor[] = [];
  let last = first;
  for (const next of acting) {
    if (next.from < last.to || next === first) continue;
    const gap = scanned.key.slice(last.to, next.from);
    const prefixed = gap.length === 0 && /^\u0648/.test(scanned.text.slice(scanned.start[next.from]));
    const listed = gap.length === 0 && /^\s*[,،]\s*$/.test(between(scanned, last.to - 1));
    if (!(prefixed || listed || (gap.length > 0 && gap.length <= 2 && AND.has(gap[0] as string)))) break;
    joint.push(next);
    last = next;
  }
  return joint;
}

function between(scanned: Scan, i: number): string {
  return scanned.text.slice(scanned.end[i], scanned.start[i + 1] ?? scanned.text.length);
}

/** "à retirer", "zu räumen", "de retirar", "вывести": what hangs on the verb before it. */
const INFINITIVE: Readonly<Record<string, { before: ReadonlySet<string> | null; ending: RegExp }>> = {
  fr: { before: words('a de d pour'), ending: /(?:er|ir|re)$/ },
  es: { before: words('a de para'), ending: /(?:ar|er|ir)$/ },
  de: { before: words('zu'), ending: /n$/ },
  ru: { before: null, ending: /(?:ть|ться|ти)$/ },
};

/** Whether a word is an infinitive that hangs on another. */
export function isInfinitive(scanned: Scan, language: string, i: number): boolean {
  const form = INFINITIVE[language];
  if (!form?.ending.test(scanned.key[i] as string)) return false;
  return form.before === null || form.before.has(scanned.key[i - 1] ?? '');
}

const AGAINST = words('gegen contre contra против ضد karsi');
/** Words between "against" and whom it is against: "contra la visita del presidente de". */
const AGAINST_WITHIN = 6;

/** Whether somebody behind the word `from` stands behind "against": it is done to him. */
export function isAgainst(scanned: Scan, actor: Actor, from: number): boolean {
  if (actor.from <= from) return false;
  return scanned.key.slice(Math.max(from, actor.from - AGAINST_WITHIN), actor.from).some((k) => AGAINST.has(k));
}
