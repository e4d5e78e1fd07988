import type { Command } from 'commander';

interface Verb {
  name: string;
  summary: string;
  load: () => Promise<{ command(): Command }>;
}

/** Every verb of the command, in the order in which help lists them. */
export const VERBS: readonly Verb[] = [
  { name: 'up', summary: 'everything on one machine, until Ctrl-C', load: () => import('./verbs/up.ts') },
  { name: 'demo', summary: 'the same over a sample web: see what it finds', load: () => import('./verbs/demo.ts') },
  {
    name: 'run',
    summary: 'poll what is due, work until idle, say what came of it',
    load: () => import('./verbs/run.ts'),
  },
  { name: 'work', summary: 'one service in the foreground', load: () => import('./verbs/work.ts') },
  {
    name: 'feeds',
    summary: 'the feeds that are watched: add, pause, poll, list, import, export',
    load: () => import('./verbs/feeds.ts'),
  },
  { name: 'outlets', summary: 'who publishes: list, set', load: () => import('./verbs/outlets.ts') },
  { name: 'ingest', summary: 'take pages in without a feed', load: () => import('./verbs/ingest.ts') },
  {
    name: 'forget',
    summary: 'remove a page and all that was made of it, for good',
    load: () => import('./verbs/forget.ts'),
  },
  { name: 'export', summary: 'the records, to standard output', load: () => import('./verbs/export.ts') },
  {
    name: 'sources',
    summary: 'how many independent sources addresses, a text or a search are',
    load: () => import('./verbs/sources.ts'),
  },
  { name: 'search', summary: 'articles by words and labels, newest first', load: () => import('./verbs/search.ts') },
  {
    name: 'watch',
    summary: 'topics of your own: add, list, remove, test, apply, alerts, webhooks',
    load: () => import('./verbs/watch.ts'),
  },
  {
    name: 'rule',
    summary: 'your own word on who copied whom: apart, first, house, list, take-back',
    load: () => import('./verbs/rule.ts'),
  },
  { name: 'show', summary: 'one article: record, journey, revisions', load: () => import('./verbs/show.ts') },
  {
    name: 'reprocess',
    summary: 'do articles again from a stage, or see what would change',
    load: () => import('./verbs/reprocess.ts'),
  },
  {
    name: 'schedule',
    summary: 'reprocessing, retention and exports at given times',
    load: () => import('./verbs/schedule.ts'),
  },
  {
    name: 'quarantine',
    summary: 'what was set aside, and why: list, retry',
    load: () => import('./verbs/quarantine.ts'),
  },
  { name: 'status', summary: 'what waits, what ended how', load: () => import('./verbs/status.ts') },
  { name: 'doctor', summary: 'whether everything that is needed is there', load: () => import('./verbs/doctor.ts') },
  {
    name: 'db',
    summary: 'the store itself: migrate, copy, backup, restore, reindex',
    load: () => import('./verbs/db.ts'),
  },
  { name: 'clean', summary: 'one page, or a stream of pages, to clean text', load: () => import('./verbs/clean.ts') },
  { name: 'dedup', summary: 'a stream of clean texts to groups of copies', load: () => import('./verbs/dedup.ts') },
  {
    name: 'classify',
    summary: 'a clean text, or a stream, to topics, places and events',
    load: () => import('./verbs/classify.ts'),
  },
  {
    name: 'parse-feed',
    summary: 'a feed document, or a stream, to its entries',
    load: () => import('./verbs/parse-feed.ts'),
  },
];
