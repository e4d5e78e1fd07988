import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

/** One text of the training set, as `topics.jsonl.gz` has it. `iptc: []`: no label. */
export interface Row {
  id: string;
  source: string;
  lang: string;
  title: string;
  text: string;
  iptc: string[];
  /** The source's own label. */
  label: string;
  group?: string;
  /** Labelled for this model (`own-labels.tsv`), not by the source. */
  own: boolean;
}

/** The set of single sentences among the sources. */
export const SENTENCES = 'sib200';

/** The training set in a data folder, with the project's own labels for foreign news in it. */
export function readCorpus(folder: string): Row[] {
  const own = readOwnLabels();
  return gunzipSync(readFileSync(`${folder}/topics.jsonl.gz`))
    .toString('utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const row = JSON.parse(line) as Row & { label_original: unknown };
      const labels = own.get(row.id);
      const label = String(row.label_original);
      return { ...row, label, title: row.title ?? '', iptc: labels ?? row.iptc, own: labels !== undefined };
    });
}

/** Codes by row id, main topic first: made by reading title and first line of rows that the set leaves without a label. */
function readOwnLabels(): Map<string, string[]> {
  const text = readFileSync(new URL('./own-labels.tsv', import.meta.url), 'utf8');
  return new Map(
    text
      .split('\n')
      .filter(Boolean)
      .map((line) => {
        const [id, codes] = line.split('\t');
        return [id!, codes!.split(',')];
      }),
  );
}
