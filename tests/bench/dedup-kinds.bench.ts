import { parseArgs } from 'node:util';
import type { Syndication } from '@wirewatch/shared/contracts/syndication.ts';
import type { DedupArticle } from '../../services/deduplicator/core/article.ts';
import { article, pick, randomOf, shuffled } from '../../services/deduplicator/test-support/press.ts';
import { misread } from '../../services/deduplicator/test-support/reading-errors.ts';
import { areJoined, standings } from '../../services/deduplicator/test-support/run.ts';
import { scanned } from '../../services/deduplicator/test-support/scanner.ts';
import { fill } from '../../services/deduplicator/test-support/uncased-forms.ts';
import { arabicStory, inEasternDigits, respelt } from './dedup-texts/arabic.ts';
import { FORMS } from './dedup-texts/forms.ts';
import { textsOf, wordsIn } from './dedup-texts/real-texts.ts';
import { transliterated } from './dedup-texts/transliteration.ts';

/**
 * `npm run bench -- dedup-kinds`; this file takes `--seed=N`, `--rounds=N` and `--misses` (says why). How much is found of what copies are
 * like in the field, kind by kind, each pair among some hundred other texts.
 */
const { values: said, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: 'string', default: '1' },
    rounds: { type: 'string', default: '60' },
    misses: { type: 'boolean', default: false },
  },
});
const SEED = Number(said.seed);
const ROUNDS = Number(said.rounds);
/** Lengths of the carried texts and of those that are changed, in words. */
const [LEAST, MOST] = [150, 500];

const random = randomOf(SEED);
const { from, texts } = textsOf(random, 'en', LEAST, MOST);
const shelf = shuffled(random, texts);
let next = 0;

/** A text that was not used before, while there are such. */
function fresh(): string[] {
  next += 1;
  return shelf[(next - 1) % shelf.length]!;
}

/** Own paragraphs of about so many words. */
function ownOf(words: number): string[] {
  const own: string[] = [];
  let count = 0;
  while (count < words) {
    for (const paragraph of fresh()) {
      if (count >= words) break;
      own.push(paragraph);
      count += wordsIn(paragraph);
    }
  }
  return own;
}

class Tally {
  found = 0;
  all = 0;
  readonly name: string;
  readonly aim: string;

  constructor(name: string, aim: string) {
    this.name = name;
    this.aim = aim;
  }

  count(found: boolean, why: string): void {
    this.all += 1;
    if (found) this.found += 1;
    else if (said.misses) console.log(`    ${why}`);
  }

  tell(): void {
    const share = ((100 * this.found) / this.all).toFixed(1);
    console.log(`${this.name.padEnd(58)} ${share.padStart(6)} %  (${this.found} of ${this.all}; ${this.aim})`);
  }
}

function whyOf(rows: ReadonlyMap<string, Syndication>, id: string): string {
  const row = rows.get(id)!;
  return `${id}: ${row.relation}: ${row.reason}`;
}

async function carried(carriers: number, share: number): Promise<void> {
  const name =
    share === 1
      ? `carried whole by ${carriers}`
      : `${Math.round(share * 100)} % of its paragraphs carried by ${carriers}`;
  const tally = new Tally(name, share === 1 ? '>= 97' : '>= 92');
  const rounds = Math.max(8, Math.ceil(ROUNDS / carriers));
  for (let round = 0; round < rounds; round += 1) {
    const wire = fresh();
    const articles = [article('wire', 'wire.example', wire, 0)];
    for (let i = 0; i < carriers; i += 1) {
      const own = ownOf(wordsIn(wire.join(' ')));
      const taken =
        share === 1
          ? wire
          : shuffled(random, [...wire.keys()])
              .slice(0, Math.max(1, Math.round(wire.length * share)))
              .sort((a, b) => a - b)
              .map((at) => wire[at]!);
      const at = Math.floor(random() * (own.length + 1));
      articles.push(
        article(`c${i}`, `paper${i}.example`, [...own.slice(0, at), ...taken, ...own.slice(at)], 30 + i * 40),
      );
    }
    const rows = await standings(shuffled(random, articles));
    for (let i = 0; i < carriers; i += 1) tally.count(areJoined(rows, `c${i}`, 'wire'), whyOf(rows, `c${i}`));
  }
  tally.tell();
}

/** Pairs of a text and what became of it, all in one stream with as many others. */
async function changed(
  name: string,
  aim: string,
  make: () => { text: string; copy: string; language?: string },
): Promise<void> {
  const tally = new Tally(name, aim);
  const articles: DedupArticle[] = [];
  for (let k = 0; k < ROUNDS; k += 1) {
    const { text, copy, language = 'en' } = make();
    articles.push(article(`a${k}`, `first${k}.example`, text, k * 90, { language }));
    articles.push(article(`b${k}`, `second${k}.example`, copy, k * 90 + 200, { language }));
  }
  const rows = await standings(shuffled(random, articles));
  for (let k = 0; k < ROUNDS; k += 1) tally.count(areJoined(rows, `a${k}`, `b${k}`), whyOf(rows, `b${k}`));
  tally.tell();
}

async function forms(): Promise<void> {
  const joined = new Tally('fillings of one form, six scripts: joined', '<= 1');
  const copies = new Tally('copies of such notices, cut or stamped', '>= 97');
  for (const form of FORMS) {
    for (let k = 0; k < ROUNDS / 2; k += 1) {
      const first = fill(random, form);
      const second = fill(random, form, first.chosen);
      const rest = { language: form.language };
      const cut = first.text.slice(0, Math.ceil(first.text.length * 0.85));
      const away = pick(random, [30, 1500, 40_000]);
      const rows = await standings(
        shuffled(random, [
          article('a', 'first.example', first.text, 0, rest),
          article('b', pick(random, ['first.example', 'second.example']), second.text, away, rest),
          article('c', 'third.example', cut, 300, rest),
          article('d', 'fourth.example', `4711 | ${form.language}\n\n${first.text}`, 400, rest),
        ]),
      );
      joined.count(areJoined(rows, 'a', 'b'), '');
      for (const id of ['c', 'd']) copies.count(areJoined(rows, 'a', id), `${form.language} ${whyOf(rows, id)}`);
    }
  }
  joined.tell();
  copies.tell();
}

const PARTS: Readonly<Record<string, () => Promise<void>>> = {
  carried: async () => {
    for (const carriers of [1, 2, 3, 5, 8, 20]) await carried(carriers, 1);
    await carried(8, 0.55);
  },
  forms,
  arabic: async () => {
    const text = () => arabicStory(random, 3 + Math.floor(random() * 5));
    await changed('Arabic digits', '>= 99', () => {
      const own = text().join('\n\n');
      return { text: own, copy: inEasternDigits(own), language: 'ar' };
    });
    await changed('Arabic spelling', '>= 99', () => {
      const own = text().join('\n\n');
      return { text: own, copy: respelt(random, own), language: 'ar' };
    });
    await changed('Arabic spelling, and cut', '>= 95', () => {
      const own = text();
      const kept = own.slice(0, Math.ceil(own.length * (0.5 + random() * 0.3))).join('\n\n');
      return { text: own.join('\n\n'), copy: inEasternDigits(respelt(random, kept)), language: 'ar' };
    });
  },
  names: async () => {
    for (const [share, aim] of [
      [0.3, '>= 99'],
      [0.5, '>= 97'],
      [1, '>= 60'],
    ] as const)
      await changed(`${share * 100} % of the names in another hand`, aim, () => {
        const own = fresh().join('\n\n');
        return { text: own, copy: transliterated(random, own, share) };
      });
  },
  noise: () => noise('misread', misread),
  scans: () => noise('misread, lines lost, words torn and joined', scanned),
};

async function noise(how: string, read: (random: () => number, text: string, share: number) => string): Promise<void> {
  for (const [share, aim] of [
    [0.02, '>= 100'],
    [0.05, '>= 99'],
    [0.1, '>= 90'],
  ] as const)
    await changed(`${share * 100} % of the letters ${how}`, aim, () => {
      const own = fresh().join('\n\n');
      return { text: own, copy: read(random, own, share) };
    });
}

console.log(`${from}, ${texts.length} of ${LEAST} to ${MOST} words; seed ${SEED}`);
for (const [name, part] of Object.entries(PARTS))
  if (positionals.length === 0 || positionals.includes(name)) await part();
