import type { Relation } from '@wirewatch/shared/contracts/syndication.ts';
import { LAST_STAGE } from '@wirewatch/shared/pipeline.ts';
import type { Store } from '@wirewatch/shared/store/database/store.ts';
import { and, asc, eq, gt, ne, or } from 'drizzle-orm';

/** Tells, as it goes, what was found: copies and their kin, and pages that ended early. */
export function createFollower(store: Store, say: (line: string) => void): () => Promise<void> {
  const { outcomes, articles, outlets, syndication } = store.tables;
  let seen = 0;
  return async () => {
    const rows = await store.db
      .select({
        id: outcomes.id,
        stage: outcomes.stage,
        outcome: outcomes.outcome,
        reason: outcomes.reason,
        title: articles.title,
        url: articles.url,
        outlet: outlets.name,
        relation: syndication.relation,
        original: syndication.original,
        coverage: syndication.coverage,
        lagSeconds: syndication.lagSeconds,
      })
      .from(outcomes)
      .innerJoin(articles, eq(articles.id, outcomes.articleId))
      .innerJoin(outlets, eq(outlets.id, articles.outletId))
      .leftJoin(syndication, eq(syndication.articleId, articles.id))
      .where(
        and(
          gt(outcomes.id, seen),
          or(eq(outcomes.stage, LAST_STAGE), and(ne(outcomes.outcome, 'passed'), ne(outcomes.outcome, 'unchanged'))),
        ),
      )
      .orderBy(asc(outcomes.id));
    for (const row of rows) {
      seen = row.id;
      if (row.outcome !== 'done')
        say(`  ${row.outcome.padEnd(12)} ${row.outlet}: ${row.title ?? row.url} (${row.reason})`);
      else if (isFound(row.relation)) {
        const share = row.coverage === null ? 'by its credit' : `${Math.round(row.coverage * 100)} %`;
        const lag = row.lagSeconds === null ? '' : `, ${lagWords(row.lagSeconds)}`;
        say(
          `  ${row.relation.padEnd(12)} ${row.outlet} <- ${row.original ?? 'unknown'} (${share}${lag}): ${row.title}`,
        );
      }
    }
  };
}

function isFound(relation: Relation | null): relation is Relation {
  return relation === 'copy' || relation === 'excerpt' || relation === 'revision';
}

/** A lag in the unit that fits it. Who copies may state the earlier time: a credit outweighs a stated one. */
function lagWords(seconds: number): string {
  const [size, side] = [Math.abs(seconds), seconds < 0 ? 'before it by the stated times' : 'later'];
  if (size < 90) return `${size} s ${side}`;
  if (size < 5400) return `${Math.round(size / 60)} min ${side}`;
  return `${Math.round(size / 360) / 10} h ${side}`;
}
