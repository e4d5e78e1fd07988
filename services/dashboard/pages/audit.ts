import { listAudit } from '@wirewatch/shared/store/operations/audit.ts';
import { type Answer, type Ask, problem } from '../handler.ts';
import { auditView } from '../views/audit.ts';

const PAGE = 100;

/** Every change that a person made. */
export async function audit({ store, query, here, now }: Ask): Promise<Answer> {
  const after = query.get('after');
  if (after !== null && !/^\d{1,15}$/.test(after)) return problem(400, `"${after}" is no number of a change.`);
  const rows = await listAudit(store, { before: after === null ? null : Number(after), limit: PAGE + 1 });
  const next = rows.length > PAGE ? String(rows[PAGE - 1]!.id) : null;
  return { kind: 'page', title: 'Changes', place: 'audit', body: auditView(rows.slice(0, PAGE), next, here, now()) };
}
