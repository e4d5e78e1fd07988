/**
 * Builds ../people.json: office holders from leaders.tsv (our own) and from the Phoenix actor dictionary (openeventdata, MIT).
 * Usage: node people.ts --data DIR   (DIR holds Phoenix.Countries.actors.jsonl.gz)
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';

const here = import.meta.dirname;
const at = process.argv.indexOf('--data');
const dir = at > 0 ? process.argv[at + 1] : undefined;
if (!dir) {
  console.error('usage: node people.ts --data DIR (the folder of Phoenix.Countries.actors.jsonl.gz)');
  process.exit(2);
}

interface Actor {
  names: string[];
  codes: { code: string; when: string | null }[];
}

const leaders: (string | number)[][] = [];
const known = new Set<string>();
for (const line of readFileSync(path.join(here, 'leaders.tsv'), 'utf8').split('\n')) {
  if (!line || line.startsWith('#')) continue;
  const [name = '', short = '', country = '', office = '', from = '', to = ''] = line.split('|');
  leaders.push([name, short, country, office, from ? Number(from) : 0, to ? Number(to) : 0]);
  known.add(name.toUpperCase());
}

/** The year of a dictionary date (YYMMDD or YYYYMMDD); two-digit years up to 30 are this century's. */
function year(date: string): number {
  const digits = date.replace(/\D/g, '');
  if (digits.length >= 8) return Number(digits.slice(0, 4));
  const yy = Number(digits.slice(0, 2));
  return yy <= 30 ? 2000 + yy : 1900 + yy;
}

const PLAIN = /^[A-Z][A-Z'. -]+$/;
const lines = gunzipSync(readFileSync(path.join(dir, 'Phoenix.Countries.actors.jsonl.gz')))
  .toString('utf8')
  .split('\n');
const rows = new Map<string, string>();
for (const line of lines) {
  if (!line) continue;
  const actor = JSON.parse(line) as Actor;
  const office = actor.codes.filter((c) => /^[A-Z]{3}(GOV|MIL)/.test(c.code) && c.when);
  const first = office[0];
  if (!first) continue;
  const years = office.flatMap((c) => (c.when ?? '').split('-').map(year)).filter((y) => y > 1940 && y < 2030);
  const country = first.code.slice(0, 3);
  for (const name of actor.names) {
    const words = name.split(/[\s.-]+/).filter(Boolean);
    // Only full names: two to five words of two letters or more; titles and double names would match in running text.
    if (!PLAIN.test(name) || words.length < 2 || words.length > 5 || words.some((w) => w.length < 2)) continue;
    if (/\b(PRESIDENT|MINISTER|GENERAL|THE|OF|AND|KING|GOVERNMENT|SENATOR|PRIME|MR|SECRETARY|GOV)\b/.test(name))
      continue;
    if (known.has(name)) continue;
    rows.set(
      `${name}|${country}`,
      `${name.toLowerCase()}|${country}|${Math.min(...years, 9999)}|${Math.max(...years, 0)}`,
    );
  }
}
const text = [...rows.values()].sort().join('\n');
const out = `{"leaders": [\n${leaders.map((l) => JSON.stringify(l)).join(',\n')}\n],\n"holders": ${JSON.stringify(text)}\n}\n`;
writeFileSync(path.join(here, '..', 'people.json'), out);
console.error(`${leaders.length} leaders, ${rows.size} holders`);
