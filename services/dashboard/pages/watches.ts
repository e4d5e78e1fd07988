import { hitStories } from '@wirewatch/shared/store/sources/hit-stories.ts';
import { alertsOf } from '@wirewatch/shared/store/watches/alerts.ts';
import { applicationsOf } from '@wirewatch/shared/store/watches/apply.ts';
import { digestsOf } from '@wirewatch/shared/store/watches/digests.ts';
import { type Answer, type Ask, problem } from '../handler.ts';
import { SURVEYED_BESIDE, surveyOf } from '../reads/survey.ts';
import { countedWatches, countsOf, newestIdsOn, newestMatches, watchOrNull } from '../reads/watches.ts';
import { editView, watchesView, watchView } from '../views/watches.ts';

const MATCHES = 20;
const ALERTS = 30;
const LETTERS = 14;

/** Every watch with how much it found and told. */
export async function watches(ask: Ask): Promise<Answer> {
  const body = watchesView(await countedWatches(ask), ask.query.get('query') ?? '', ask.now());
  return { kind: 'page', title: 'Watches', place: 'watches', body };
}

/** One watch: its queries, alerts and newest articles. */
export async function watch({ store, config, params, query, now }: Ask): Promise<Answer> {
  const row = await watchOrNull(store, params.id ?? '');
  if (row === null) return problem(404, `There is no watch "${params.id}".`);
  const said = query.get('before');
  if (said !== null && !/^\d{1,15}$/.test(said)) return problem(400, `before=${said}: expected an alert's number.`);
  const before = said === null ? null : Number(said);
  const [counts, matches, told, applications, newest, letters] = await Promise.all([
    countsOf(store, row.id),
    newestMatches(store, row.id, MATCHES),
    alertsOf(store, row.id, { limit: ALERTS + 1, before }),
    applicationsOf(store, row.id, 1),
    newestIdsOn(store, row.id, SURVEYED_BESIDE),
    digestsOf(store, row.id, LETTERS),
  ]);
  const alerts = told.slice(0, ALERTS);
  const older = told.length > ALERTS ? alerts.at(-1)!.id : null;
  const body = watchView({
    watch: row,
    counts,
    application: applications[0] ?? null,
    matches,
    alerts,
    older,
    stories: await hitStories(
      store,
      alerts.flatMap(({ article }) => article?.id ?? []),
    ),
    survey: await surveyOf(store, newest.ids, newest.more),
    letters,
    mails: config.SMTP_URL !== undefined && config.WIREWATCH_MAIL_FROM !== undefined,
    now: now(),
  });
  return { kind: 'page', title: row.name, place: 'watches', body };
}

/** The form of a watch, to be tried and saved anew. */
export async function editWatch({ store, params }: Ask): Promise<Answer> {
  const row = await watchOrNull(store, params.id ?? '');
  if (row === null) return problem(404, `There is no watch "${params.id}".`);
  return { kind: 'page', title: `Change ${row.name}`, place: 'watches', body: editView(row) };
}
