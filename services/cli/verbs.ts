import type { Command } from 'commander';

interface Verb {
  name: string;
  summary: string;
  load: () => Promise<Command>;
}

/** Every verb of the command, in the order in which help lists them. */
export const VERBS: readonly Verb[] = [
  {
    name: 'clean',
    summary: 'one page, or a stream of pages, to clean text',
    load: () => import('./verbs/clean.ts').then((m) => m.command()),
  },
  {
    name: 'dedup',
    summary: 'a stream of clean texts to groups of copies',
    load: () => import('./verbs/dedup.ts').then((m) => m.command()),
  },
  {
    name: 'classify',
    summary: 'a clean text, or a stream, to topics, places and events',
    load: () => import('./verbs/classify.ts').then((m) => m.command()),
  },
  {
    name: 'parse-feed',
    summary: 'a feed document, or a stream, to its entries',
    load: () => import('./verbs/parse-feed.ts').then((m) => m.command()),
  },
];
