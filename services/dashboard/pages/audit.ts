import { type AuditFilter, type AuditRow, listAudit } from '@wirewatch/shared/store/operations/audit.ts';
import { type Answer, type Ask, problem } from '../handler.ts';
import { auditView } from '../views/audit.ts';

const PAGE = 100;
/** Lines of one export: a table program's patience; the API gives the rest page by page. */
const MOST_EXPORTED = 100_000;

/** Every change that a person made, filtered. */
export async function audit({ store, query, here, now }: Ask): Promise<Answer> {
  const filter = filterOf(query);
  if ('kind' in filter) return filter;
  const after = query.get('after');
  if (after !== null && !/^\d{1,15}$/.test(after)) return problem(400, `"${after}" is no number of a change.`);
  const rows = await listAudit(store, { ...filter, before: after === null ? null : Number(after), limit: PAGE + 1 });
  const next = rows.length > PAGE ? String(rows[PAGE - 1]!.id) : null;
  const body = auditView({ rows: rows.slice(0, PAGE), next, here, query, now: now() });
  return { kind: 'page', title: 'Changes', place: 'audit', body };
}

/** The same as a table for a spreadsheet. */
export async function auditCsv({ store, query }: Ask): Promise<Answer> {
  const filter = filterOf(query);
  if ('kind' in filter) return filter;
  const rows = await listAudit(store, { ...filter, limit: MOST_EXPORTED });
  const lines = [['at', 'who', 'action', 'count', 'target', 'detail'], ...rows.map(cellsOf)];
  const body = lines.map((cells) => `${cells.map(quoted).join(',')}\r\n`).join('');
  const headers = { 'content-disposition': 'attachment; filename="wirewatch-changes.csv"' };
  return { kind: 'raw', type: 'text/csv; charset=utf-8', body, headers };
}

function filterOf(query: URLSearchParams): AuditFilter | Answer {
  const dates = (['since', 'until'] as const).map((name) => {
    const said = query.get(name) ?? '';
    return { name, said, at: said === '' ? null : Date.parse(said) };
  });
  const bad = dates.find(({ at }) => Number.isNaN(at));
  if (bad) return problem(400, `${bad.name}=${bad.said}: expected a day, as 2026-11-23.`);
  return {
    who: query.get('who')?.trim() || undefined,
    action: query.get('action')?.trim() || undefined,
    target: query.get('target')?.trim() || undefined,
    since: dates[0]!.at,
    // The day that is named is meant whole.
    until: dates[1]!.at === null ? null : dates[1]!.at + (dates[1]!.said.length === 10 ? 86_400_000 : 0),
  };
}

function cellsOf({ at, who, action, count, target, detail }: AuditRow): string[] {
  const told = detail === null ? '' : JSON.stringify(detail);
  return [new Date(at).toISOString(), who, action, String(count), target, told];
}

/** A cell that begins like a formula would be one in a spreadsheet: a quote before it makes it text. */
function quoted(cell: string): string {
  const plain = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
