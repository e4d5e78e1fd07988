/** Longest value that a line shows. */
const SHOWN = 300;

/** What a dry run would change in one article, field by field, for a terminal. */
export function differences(one: {
  articleId: string;
  title: string | null;
  before: unknown;
  after: unknown;
}): string[] {
  const before = asFields(one.before);
  const after = asFields(one.after);
  const lines = [`${one.articleId}  ${one.title ?? '(no title)'}`];
  for (const name of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const [was, is] = [JSON.stringify(before[name]), JSON.stringify(after[name])];
    if (was === is) continue;
    const at = firstDifference(was ?? '', is ?? '');
    lines.push(`  ${name}`, `    - ${cut(was, at)}`, `    + ${cut(is, at)}`);
  }
  return lines;
}

function asFields(value: unknown): Record<string, unknown> {
  return value !== null && typeof value === 'object' ? (value as Record<string, unknown>) : { result: value };
}

function firstDifference(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  return at;
}

/** The part of a long value in which the first difference lies. */
function cut(text: string | undefined, at: number): string {
  if (text === undefined) return '(nothing)';
  if (text.length <= SHOWN) return text;
  const start = Math.max(0, at - SHOWN / 3);
  return `${start > 0 ? '…' : ''}${text.slice(start, start + SHOWN)}…`;
}
