import { readFileSync } from 'node:fs';
import { countStory, findStory } from '@wirewatch/shared/store/sources/story.ts';
import { spreadOf } from '../core/spread.ts';
import { type Answer, type Ask, problem } from '../handler.ts';
import { evidenceOf } from '../reads/story-evidence.ts';
import { reportView } from '../views/report.ts';

/** The style of the pages, in the file itself: a report is read where nothing of ours is. */
const STYLE = ['style.css', 'desk.css']
  .map((name) => readFileSync(new URL(`../assets/${name}`, import.meta.url), 'utf8'))
  .join('\n');

/** A story as one HTML file to be cited: claim, evidence of each link, extracts side by side, hashes, versions. */
export async function storyReport({ store, params, origin, now }: Ask): Promise<Answer> {
  const found = await findStory(store, params.id ?? '');
  if (found === null) return problem(404, `There is no story "${params.id}".`);
  const count = await countStory(store, found);
  if (count.sources.length === 0) return problem(404, `The story "${params.id}" has no article with a text.`);
  const body = await reportView({
    address: `${origin}/stories/${encodeURIComponent(found.id)}`,
    count,
    spread: spreadOf(count),
    evidence: await evidenceOf(store, count),
    style: STYLE,
    now: now(),
  });
  return {
    kind: 'raw',
    type: 'text/html; charset=utf-8',
    body: String(body),
    headers: {
      'content-disposition': `attachment; filename="story-${found.id.replace(/[^\w-]/g, '')}.html"`,
      // Its style stands in it, and nothing else may be loaded or run.
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
    },
  };
}
