import { groupsOfOutlet } from '@wirewatch/shared/store/copies/outlet-groups.ts';
import { inOneTransaction } from '@wirewatch/shared/store/database/one-transaction.ts';
import { outletOf, setOutlet } from '@wirewatch/shared/store/feeds/outlets.ts';
import { writeAudit } from '@wirewatch/shared/store/operations/audit.ts';
import type { OutletKind } from '@wirewatch/shared/store/tables/tables.ts';
import { type Answer, type Ask, problem } from '../handler.ts';

export const OUTLET_KINDS: readonly OutletKind[] = ['agency', 'newsroom', 'aggregator'];

/** Sets what the user knows of an outlet. The form shows what it changes; it can be set back in the same way. */
export async function changeOutlet({ store, params, form, who, now, settleAnew }: Ask): Promise<Answer> {
  const id = params.id ?? '';
  const kind = form.get('kind') || undefined;
  if (kind !== undefined && !OUTLET_KINDS.includes(kind as OutletKind)) {
    return problem(400, `"${kind}" is no kind of outlet: expected ${OUTLET_KINDS.join(', ')}.`);
  }
  const name = form.get('name')?.trim() || undefined;
  const house = form.get('house')?.trim();
  const aliases = form.has('aliases')
    ? form
        .get('aliases')!
        .split(/[\n,]/)
        .map((each) => each.trim())
        .filter((each) => each !== '')
    : undefined;
  const before = await outletOf(store, id);
  const facts = { name, kind: kind as OutletKind | undefined, house, aliases };
  const answer = await inOneTransaction(store, async (both): Promise<Answer> => {
    if (!(await setOutlet(both, id, facts))) return problem(404, `There is no outlet "${id}".`);
    const done = await writeAudit(both, both.db, {
      at: now(),
      who,
      action: 'outlet.set',
      target: id,
      count: 1,
      detail: facts,
    });
    return { kind: 'go', to: `/outlets/${encodeURIComponent(id)}?done=${done}` };
  });
  if (answer.kind === 'go' && house !== undefined && house !== (before?.house ?? ''))
    await settleAnew(await groupsOfOutlet(store, id));
  return answer;
}

/** Says of several outlets at once that they are of one house, as it was proposed: all of them or none. */
export async function nameHouse({ store, form, who, now, settleAnew }: Ask): Promise<Answer> {
  const house = form.get('house')?.trim() ?? '';
  const ids = form.getAll('outlet');
  if (house === '' || ids.length === 0) return problem(400, 'A house needs a name and its outlets.');
  for (const id of ids) {
    if ((await outletOf(store, id)) === null) return problem(404, `There is no outlet "${id}".`);
  }
  await inOneTransaction(store, async (both) => {
    for (const id of ids) {
      await setOutlet(both, id, { house });
      await writeAudit(both, both.db, {
        at: now(),
        who,
        action: 'outlet.set',
        target: id,
        count: 1,
        detail: { house },
      });
    }
  });
  const groups = new Set<string>();
  for (const id of ids) for (const group of await groupsOfOutlet(store, id)) groups.add(group);
  await settleAnew([...groups]);
  return { kind: 'go', to: `/outlets/${encodeURIComponent(house)}` };
}
