import { alertWords } from '@wirewatch/shared/sources/alert-words.ts';
import { counted, tally } from '@wirewatch/shared/sources/words.ts';
import type { HitStory } from '@wirewatch/shared/store/sources/hit-stories.ts';
import type { Alert } from '@wirewatch/shared/store/watches/alerts.ts';

/** A letter in words and in HTML: the same in both. */
export interface Letter {
  subject: string;
  text: string;
  html: string;
}

/** What a letter tells of: a story with what was told of it, or a volume. */
interface Part {
  title: string;
  page: string | null;
  about: string;
  lines: Array<{ words: string; url: string | null }>;
}

/**
 * What a watch told on a day, story by story.
 * @param desk where the dashboard is reached, without a slash at its end; null: nothing leads there
 */
export function letterOf(told: {
  watch: { id: string; name: string };
  day: string;
  alerts: readonly Alert[];
  /** Alerts of that day that are left out here. */
  more: number;
  stories: ReadonlyMap<string, HitStory>;
  desk: string | null;
}): Letter {
  const { watch, day, alerts, more, desk } = told;
  const parts = partsOf(told);
  const stories = new Set(
    alerts.flatMap(({ article }) => (article === null ? [] : (told.stories.get(article.id)?.id ?? article.id))),
  );
  const head = `${counted(alerts.length + more, 'alert')} of ${counted(stories.size, 'story', 'stories')} on ${day} (UTC)`;
  const page = desk === null ? null : `${desk}/watches/${encodeURIComponent(watch.id)}`;
  const rest = more === 0 ? '' : `${counted(more, 'further alert')}${page === null ? '' : ` on ${page}`}`;
  return {
    subject: oneLine(`${watch.name}: ${head}`),
    text: `${[head, ...parts.map(partText), rest, page === null ? '' : `The watch: ${page}`].filter((each) => each !== '').join('\n\n')}\n`,
    html: `<!doctype html><html lang="en"><meta charset="utf-8"><title>${escaped(watch.name)}</title><body><h1>${escaped(watch.name)}</h1><p>${escaped(head)}</p>${parts.map(partHtml).join('')}${rest === '' ? '' : `<p>${escaped(rest)}</p>`}${page === null ? '' : `<p>${anchor(page, 'The watch')}</p>`}</body></html>`,
  };
}

function partsOf({ alerts, stories, desk }: Parameters<typeof letterOf>[0]): Part[] {
  const parts = new Map<string, Part>();
  for (const { id, article, reason } of alerts) {
    if (article === null) {
      parts.set(`alert ${id}`, { title: 'More than usual', page: null, about: reason, lines: [] });
      continue;
    }
    const story = stories.get(article.id);
    const key = story?.id ?? article.id;
    const root = story?.count.sources[0]?.texts[0]?.root;
    const part = parts.get(key) ?? {
      title: root?.title ?? article.title ?? article.url,
      page: desk === null ? null : `${desk}/stories/${encodeURIComponent(key)}`,
      about: story === undefined ? '' : tally(story.count),
      lines: [],
    };
    const what = story === undefined ? '' : alertWords(article.id, story.count);
    const words = [article.outlet, article.title, what === '' ? reason : what].filter(Boolean).join(' – ');
    part.lines.push({ words, url: article.url });
    parts.set(key, part);
  }
  return [...parts.values()];
}

function partText({ title, page, about, lines }: Part): string {
  const items = lines.map(({ words, url }) => `- ${oneLine(words)}${url === null ? '' : `\n  ${url}`}`);
  return [oneLine(title), about, ...items, page ?? ''].filter((each) => each !== '').join('\n');
}

function partHtml({ title, page, about, lines }: Part): string {
  const items = lines.map(
    ({ words, url }) => `<li dir="auto">${url === null ? escaped(words) : anchor(url, words)}</li>`,
  );
  return `<h2 dir="auto">${page === null ? escaped(title) : anchor(page, title)}</h2>${about === '' ? '' : `<p>${escaped(about)}</p>`}${items.length === 0 ? '' : `<ul>${items.join('')}</ul>`}`;
}

/** Titles are others' words: a line end in one would begin a line of ours. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Only http(s) addresses become links. */
function anchor(url: string, words: string): string {
  return /^https?:\/\//i.test(url) ? `<a href="${escaped(url)}">${escaped(words)}</a>` : escaped(words);
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
