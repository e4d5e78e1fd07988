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
  label: string;
  group?: string;
}

/** The rows of a JSON-lines file, gzip understood. */
export function readJsonLines<T>(path: string): T[] {
  const bytes = readFileSync(path);
  const text = (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString('utf8');
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as T);
}

/** The training set in a data folder. */
export function readCorpus(folder: string): Row[] {
  return readJsonLines<Omit<Row, 'label'> & { label_original: unknown }>(`${folder}/topics.jsonl.gz`).map((row) => ({
    ...row,
    title: row.title ?? '',
    label: typeof row.label_original === 'string' ? row.label_original : JSON.stringify(row.label_original),
  }));
}
