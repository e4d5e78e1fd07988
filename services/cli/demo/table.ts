import type { ArticleRecord } from '@wirewatch/shared/contracts/record.ts';

interface OutletLine {
  outlet: string;
  articles: number;
  originals: number;
  copies: number;
  ofWhom: Map<string, number>;
}

/** One line an outlet: its articles, how many of them others copied, how many it copied, and of whom. */
export function outletTable(records: ArticleRecord[]): string[] {
  const lines = new Map<string, OutletLine>();
  for (const record of records) {
    const line = lines.get(record.outlet.name) ?? {
      outlet: record.outlet.name,
      articles: 0,
      originals: 0,
      copies: 0,
      ofWhom: new Map(),
    };
    lines.set(record.outlet.name, line);
    line.articles += 1;
    const stand = record.syndication;
    if (stand?.relation === 'original') line.originals += 1;
    if (stand?.relation === 'copy') {
      line.copies += 1;
      const whom = stand.original ?? 'unknown';
      line.ofWhom.set(whom, (line.ofWhom.get(whom) ?? 0) + 1);
    }
  }
  const width = Math.max(6, ...[...lines.keys()].map((name) => [...name].length));
  const row = (name: string, a: string | number, o: string | number, c: string | number, of: string) =>
    `${name.padEnd(width)}  ${String(a).padStart(8)}  ${String(o).padStart(9)}  ${String(c).padStart(6)}  ${of}`.trimEnd();
  const body = [...lines.values()]
    .sort((a, b) => a.copies - b.copies || b.originals - a.originals || a.outlet.localeCompare(b.outlet))
    .map((line) => {
      const of = [...line.ofWhom].sort((a, b) => b[1] - a[1]).map(([whom, count]) => `${whom} (${count})`);
      return row(line.outlet, line.articles, line.originals, line.copies, of.join(', '));
    });
  return [row('outlet', 'articles', 'originals', 'copies', 'of whom'), ...body];
}
