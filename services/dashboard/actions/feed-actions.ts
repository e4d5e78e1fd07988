import { findFeed, makeDue, removeFeed, setFeedPaused } from '@wirewatch/shared/store/feeds/feeds.ts';
import { type Answer, type Ask, problem } from '../handler.ts';
import type { Action } from './action.ts';
import type { Done, Question } from './question.ts';

type Feed = NonNullable<Awaited<ReturnType<typeof findFeed>>>;

/** An action on one feed. */
function onFeed(options: {
  name: string;
  verb: string;
  question: (feed: Feed) => Omit<Question, 'count'> | Answer;
  run: (ask: Ask, feed: Feed) => Promise<void>;
  back?: string;
}): Action {
  const found = async (ask: Ask): Promise<Feed | Answer> =>
    (await findFeed(ask.store, ask.params.id ?? '')) ?? problem(404, `There is no feed "${ask.params.id}".`);
  return {
    name: options.name,
    path: `/feeds/:id/${options.verb}`,
    place: 'feeds',
    inStore: true,
    back: (ask) => options.back ?? `/feeds/${ask.params.id}`,
    async question(ask) {
      const feed = await found(ask);
      if ('kind' in feed) return feed;
      const question = options.question(feed);
      return 'kind' in question ? question : { ...question, count: 1 };
    },
    async run(ask): Promise<Done | Answer> {
      const feed = await found(ask);
      if ('kind' in feed) return feed;
      await options.run(ask, feed);
      return { target: feed.url, count: 1, detail: { id: feed.id } };
    },
  };
}

const named = (feed: Feed) => feed.title ?? feed.url;

export const FEED_ACTIONS: readonly Action[] = [
  onFeed({
    name: 'feed.pause',
    verb: 'pause',
    question: (feed) => ({
      title: `Pause ${named(feed)}?`,
      text: 'It is not polled until it is resumed. What it announced so far stays and is worked on.',
      button: 'Pause the feed',
    }),
    run: async ({ store, now }, feed) => {
      await setFeedPaused(store, [feed.id], true, now());
    },
  }),
  onFeed({
    name: 'feed.resume',
    verb: 'resume',
    question: (feed) => ({ title: `Resume ${named(feed)}?`, text: 'It is polled at once.', button: 'Resume the feed' }),
    run: async ({ store, now }, feed) => {
      await setFeedPaused(store, [feed.id], false, now());
    },
  }),
  onFeed({
    name: 'feed.poll',
    verb: 'poll',
    question: (feed) =>
      feed.status === 'active'
        ? {
            title: `Poll ${named(feed)} now?`,
            text: 'Its server is asked once more, whatever interval it wished for.',
            button: 'Poll now',
          }
        : problem(409, `This feed is ${feed.status}: resume it first.`),
    run: ({ store, now }, feed) => makeDue(store, [feed.id], now()),
  }),
  onFeed({
    name: 'feed.remove',
    verb: 'remove',
    question: (feed) => ({
      title: `Stop watching ${named(feed)}?`,
      text: 'It is taken off the list. The articles that it announced stay.',
      button: 'Stop watching',
      danger: true,
    }),
    run: ({ store }, feed) => removeFeed(store, feed.id),
    back: '/feeds',
  }),
];
