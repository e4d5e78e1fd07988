import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { loadClassifier } from '@wirewatch/classifier/load.ts';
import { CLASSIFY_VERSION } from '@wirewatch/classifier/version.ts';
import { ClassifyInput } from '@wirewatch/shared/contracts/classify.ts';
import { Command } from 'commander';
import { LineProblem, mapLines, openInput } from '../jsonl.ts';
import { UsageError } from '../usage-error.ts';

/** `wirewatch classify`: language, topics, entities, countries and events of one text or of a stream. */
export function command(): Command {
  return new Command('classify')
    .description('Says what a clean text is about: language, IPTC topics, entities, countries, events.')
    .argument('[file]', 'a text file, or a JSON object {title, text}; - for standard input')
    .option('--jsonl', 'JSON lines {id, title, text, ...} from standard input (or FILE) to standard output')
    .option('--title <title>', 'the title of a plain text file')
    .option('--explain', 'add the words and rules behind each label, and the version')
    .action(async (file: string | undefined, options: { jsonl?: boolean; title?: string; explain?: boolean }) => {
      if (!options.jsonl && file === undefined)
        throw new UsageError('classify: name a FILE (- for standard input), or use --jsonl');
      const classifier = loadClassifier();
      const run = (input: ClassifyInput) =>
        options.explain ? { ...classifier.explain(input), version: CLASSIFY_VERSION } : classifier.classify(input);
      if (options.jsonl) {
        await mapLines((value) => run(parse(value)), file === undefined ? process.stdin : openInput(file));
        return;
      }
      const { id: _, ...result } = { id: null, ...run(readOne(file!, options.title)) };
      process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
    });
}

function parse(value: Record<string, unknown>): ClassifyInput {
  const id = typeof value.id === 'string' || typeof value.id === 'number' ? String(value.id) : '';
  const parsed = ClassifyInput.safeParse({ ...value, id });
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0]!;
  throw new LineProblem('bad-input', `${issue.path.join('.') || 'line'}: ${issue.message}`);
}

function readOne(file: string, title: string | undefined): ClassifyInput {
  let bytes = readFileSync(file === '-' ? 0 : file);
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) bytes = gunzipSync(bytes);
  const body = bytes.toString('utf8');
  if (body.trimStart().startsWith('{')) {
    try {
      const value: unknown = JSON.parse(body);
      if (typeof value === 'object' && value !== null && 'text' in value) return parse({ title, ...value });
    } catch {
      // A text may begin with a brace: then it is no JSON, but a text.
    }
  }
  return { id: '', title: title ?? null, text: body };
}
