import { STAGES, type Stage } from '@wirewatch/shared/pipeline.ts';
import { listQuarantine, type QuarantineFilter, retryQuarantine } from '@wirewatch/shared/store/journey/quarantine.ts';
import { type Answer, problem } from '../handler.ts';
import { withQuery } from '../views/parts.ts';
import type { Action } from './action.ts';

const COUNT_UP_TO = 100_000;

/** The filter that an address names; an Answer where it names a stage that there is not. */
export function quarantineFilter(query: URLSearchParams): QuarantineFilter | Answer {
  const stage = query.get('stage') || undefined;
  if (stage !== undefined && !STAGES.includes(stage as Stage)) {
    return problem(400, `"${stage}" is no stage: expected ${STAGES.join(', ')}.`);
  }
  const id = query.get('id');
  return {
    stage: stage as Stage | undefined,
    reason: query.get('reason') || undefined,
    host: query.get('host') || undefined,
    ...(id ? { ids: [id] } : {}),
  };
}

export const retryAction: Action = {
  name: 'quarantine.retry',
  path: '/quarantine/retry',
  place: 'quarantine',
  back: ({ query }) =>
    withQuery('/quarantine', { stage: query.get('stage'), reason: query.get('reason'), host: query.get('host') }),
  async question({ store, query }) {
    const filter = quarantineFilter(query);
    if ('kind' in filter) return filter;
    const count = (await listQuarantine(store, filter, COUNT_UP_TO)).length;
    if (count === 0) return problem(409, 'Nothing in quarantine matches: it may have been sent on already.');
    const which = Object.entries(filter)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => `${name} ${Array.isArray(value) ? value.join(', ') : value}`);
    return {
      title: `Send ${count} ${count === 1 ? 'article' : 'articles'} on again?`,
      text: `From the stage that gave them up${which.length > 0 ? ` (${which.join('; ')})` : ', all of them'}. What fails again comes back here.`,
      count,
      button: 'Send on again',
    };
  },
  async run({ store, query, who, now }) {
    const filter = quarantineFilter(query);
    if ('kind' in filter) return filter;
    await retryQuarantine(store, filter, who, now());
    return { audited: { action: 'quarantine.retry', target: JSON.stringify(filter) }, to: '/quarantine' };
  },
};
