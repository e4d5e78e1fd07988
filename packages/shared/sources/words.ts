import type { SourceCount } from './count.ts';
import type { Range } from './range.ts';

/** "3", or "3 to 5" where it is contested. */
export function rangeWords({ min, max }: Range): string {
  return min === max ? String(min) : `${min} to ${max}`;
}

/** A number with its noun: "1 copy", "3 copies". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}

/** "12 articles of 12 outlets; 3 independent texts; 9 copies of Adria Press; first: Adria Press, 2026-11-20 10:00 UTC". */
export function headSentence(count: SourceCount): string {
  const { articles, outlets, houses, sources } = count;
  if (articles === 0) return 'No article.';
  const who = `${counted(articles, 'article')} of ${counted(outlets, 'outlet')}${houses < outlets ? ` in ${counted(houses, 'house')}` : ''}`;
  const copied = copiedFrom(count);
  const { root, owners } = sources[0]!.texts[0]!;
  // Where the credited source has no page here, the first of those who credit it is named.
  const first = `first${root.credited === null ? '' : ' here'}: ${root.credited === null ? owners.map(({ name }) => isolated(name)).join(' or ') : isolated(root.outlet)}`;
  const when = `${root.dated ? '' : 'seen '}${minute(root.at)}`;
  return [who, independentWords(count), ...(copied === '' ? [] : [copied]), `${first}, ${when}`].join('; ');
}

/** A count in a list: "12 articles, 3 independent texts, 9 copies". */
export function tally({ articles, texts, copies }: SourceCount): string {
  const own = `${rangeWords(texts)} independent ${texts.max === 1 ? 'text' : 'texts'}`;
  return `${counted(articles, 'article')}, ${own}${copies === 0 ? '' : `, ${counted(copies, 'copy', 'copies')}`}`;
}

/** "3 independent texts", "7 independent texts of 4 sources". */
function independentWords({ texts, independent }: SourceCount): string {
  const some = rangeWords(texts);
  const whose =
    rangeWords(independent) === some
      ? ''
      : ` of ${rangeWords(independent)} ${independent.max === 1 ? 'source' : 'sources'}`;
  return `${some} independent ${texts.max === 1 ? 'text' : 'texts'}${whose}`;
}

/** "9 copies of A", "6 copies of A and 3 of B". */
function copiedFrom({ sources }: SourceCount): string {
  const copies = sources
    .map(({ owner, texts }) => ({
      name: owner.name,
      copies: texts
        .flatMap(({ carriers }) => carriers)
        .filter(({ asked, article }) => asked && article.relation === 'copy').length,
    }))
    .filter(({ copies }) => copies > 0)
    .sort((a, b) => b.copies - a.copies);
  const [most, ...rest] = copies;
  if (!most) return '';
  const others = rest.reduce((sum, { copies }) => sum + copies, 0);
  const tail =
    rest.length === 0
      ? ''
      : rest.length === 1
        ? ` and ${others} of ${isolated(rest[0]!.name)}`
        : ` and ${others} of others`;
  return `${counted(most.copies, 'copy', 'copies')} of ${isolated(most.name)}${tail}`;
}

const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u;

/** A name of the other direction keeps it to itself (Unicode UAX 9: FSI and PDI), or it would turn the date that follows. */
function isolated(name: string): string {
  return RIGHT_TO_LEFT.test(name) ? `\u2068${name}\u2069` : name;
}

/** An instant (epoch ms) in UTC to the minute. */
function minute(at: number): string {
  return `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
