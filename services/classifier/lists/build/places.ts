/**
 * Builds ../places.json from world.tsv and world-languages.tsv (our own), world-cities.tsv and world-chinese.tsv (Unicode CLDR) and the country names of i18n-iso-countries (MIT).
 * Usage: node places.ts --data DIR   (DIR holds countries-i18n.json)
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const here = import.meta.dirname;
const at = process.argv.indexOf('--data');
const dir = at > 0 ? process.argv[at + 1] : undefined;
if (!dir) {
  console.error('usage: node places.ts --data DIR (the folder of countries-i18n.json)');
  process.exit(2);
}

interface I18n {
  a3: string;
  names: Record<string, string[]>;
}
type Entry = [phrase: string, country: string, kind: 'name' | 'people' | 'capital' | 'place'];

const base: Entry[] = [];
const seen = new Set<string>();
function add(phrase: string, country: string, kind: Entry[2]): void {
  const clean = phrase.trim();
  const key = `${clean.toLowerCase()}|${country}`;
  if (!clean || seen.has(key)) return;
  seen.add(key);
  base.push([clean, country, kind]);
}

const KINDS: Entry[2][] = ['name', 'people', 'capital', 'place'];
for (const line of readFileSync(path.join(here, 'world.tsv'), 'utf8').split('\n')) {
  if (!line || line.startsWith('#')) continue;
  const [country = '', ...columns] = line.split('|');
  columns.forEach((column, i) => {
    for (const phrase of column.split(';')) add(phrase, country, KINDS[i] ?? 'place');
  });
}

const languages: Record<string, [string, string][]> = {};
/** Kosovo has no code of its own in ISO 3166: one of two in use. */
const KOSOVO: Readonly<Record<string, string>> = { XKK: 'XKX' };
for (const { a3: code, names } of JSON.parse(readFileSync(path.join(dir, 'countries-i18n.json'), 'utf8')) as I18n[]) {
  const a3 = KOSOVO[code] ?? code;
  for (const [language, forms] of Object.entries(names)) {
    for (const form of forms) {
      const clean = form.replace(/\s*\(.*\)/, '').trim();
      if (language === 'en') add(clean, a3, 'name');
      else {
        languages[language] ??= [];
        languages[language].push([clean, a3]);
      }
    }
  }
}
const adjectives: Record<string, [string, string][]> = {};
const ownLines = ['world-languages.tsv', 'world-cities.tsv', 'world-chinese.tsv'].flatMap((name) =>
  readFileSync(path.join(here, name), 'utf8').split('\n'),
);
for (const line of ownLines) {
  if (!line || line.startsWith('#')) continue;
  const [country = '', language = '', own = '', stems = ''] = line.split('|');
  languages[language] ??= [];
  adjectives[language] ??= [];
  for (const form of own.split(';')) if (form) languages[language].push([form, country]);
  for (const form of stems.split(';')) if (form) adjectives[language].push([form, country]);
}
const lines = (rows: unknown[]): string => rows.map((r) => JSON.stringify(r)).join(',\n');
const block = (tables: Record<string, [string, string][]>): string =>
  Object.entries(tables)
    .map(([l, rows]) => `${JSON.stringify(l)}: [\n${lines(rows)}\n]`)
    .join(',\n');
writeFileSync(
  path.join(here, '..', 'places.json'),
  `{"base": [
${lines(base)}
],
"names": {
${block(languages)}
},
"adjectives": {
${block(adjectives)}
}}
`,
);
