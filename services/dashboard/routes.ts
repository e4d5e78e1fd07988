import { routesOf } from './actions/action.ts';
import { addFeeds } from './actions/add-feed.ts';
import { BATCH_ACTIONS, dryRun } from './actions/batch-actions.ts';
import { FEED_ACTIONS } from './actions/feed-actions.ts';
import { markByForm, SEARCH_ACTIONS, saveSearchByForm } from './actions/mark-actions.ts';
import { exportOpml, importOpml } from './actions/opml-actions.ts';
import { changeOutlet, nameHouse } from './actions/outlet-actions.ts';
import { retryAction } from './actions/quarantine-actions.ts';
import { RULING_ACTIONS, ruleByForm } from './actions/ruling-actions.ts';
import { addScheduled, SCHEDULE_ACTIONS } from './actions/schedule-actions.ts';
import { endAction } from './actions/sign-in-actions.ts';
import { STAGE_ACTIONS } from './actions/stage-actions.ts';
import { saveForm, tryWatch, WATCH_ACTIONS } from './actions/watch-actions.ts';
import type { Route } from './handler.ts';
import { healthz, readyz } from './monitor/health.ts';
import { metrics } from './monitor/metrics.ts';
import { atomFeed, jsonFeed } from './output/feeds.ts';
import { searchCsv, searchJsonl } from './output/records.ts';
import { storyReport } from './output/story-report.ts';
import { watchAtom, watchJson } from './output/watch-feeds.ts';
import { article } from './pages/article.ts';
import { articles } from './pages/articles.ts';
import { audit, auditCsv } from './pages/audit.ts';
import { compare } from './pages/compare.ts';
import { copies } from './pages/copies.ts';
import { entity } from './pages/entity.ts';
import { checkedFeed, feed } from './pages/feed.ts';
import { feeds } from './pages/feeds.ts';
import { group } from './pages/group.ts';
import { houses } from './pages/houses.ts';
import { matrix, outlet, outlets } from './pages/outlets.ts';
import { overview } from './pages/overview.ts';
import { pipeline } from './pages/pipeline.ts';
import { quarantine } from './pages/quarantine.ts';
import { raw, rawBytes } from './pages/raw.ts';
import { reading } from './pages/reading.ts';
import { batch, reprocess } from './pages/reprocess.ts';
import { revision } from './pages/revisions.ts';
import { rulings } from './pages/rulings.ts';
import { completeQuery, search } from './pages/search.ts';
import { searchFields } from './pages/search-fields.ts';
import { signIns } from './pages/sign-ins.ts';
import { sources } from './pages/sources.ts';
import { stage } from './pages/stage.ts';
import { changesOfStory, story } from './pages/story.ts';
import { editWatch, watch, watches } from './pages/watches.ts';
import { webhooks } from './pages/webhooks.ts';

/** Every page, and every change that can be made from one. */
export const PAGES: readonly Route[] = [
  { method: 'get', path: '/', handler: overview },
  { method: 'get', path: '/articles', handler: articles },
  { method: 'get', path: '/articles/:id', handler: article },
  { method: 'get', path: '/articles/:id/raw', handler: raw },
  { method: 'get', path: '/articles/:id/raw/page', handler: rawBytes },
  { method: 'get', path: '/articles/:id/revisions/:number', handler: revision },
  { method: 'get', path: '/search', handler: search },
  { method: 'get', path: '/search/fields', handler: searchFields },
  { method: 'get', path: '/search/completions', handler: completeQuery },
  { method: 'get', path: '/search.atom', handler: atomFeed },
  { method: 'get', path: '/search.csv', handler: searchCsv },
  { method: 'get', path: '/search.jsonl', handler: searchJsonl },
  { method: 'get', path: '/search.json', handler: jsonFeed },
  { method: 'get', path: '/sources', handler: sources },
  { method: 'post', path: '/sources', handler: sources },
  { method: 'get', path: '/stories/:id', handler: story },
  { method: 'get', path: '/stories/:id/changes', handler: changesOfStory },
  { method: 'get', path: '/stories/:id/report.html', handler: storyReport },
  { method: 'get', path: '/entities/:name', handler: entity },
  { method: 'get', path: '/copies', handler: copies },
  { method: 'get', path: '/groups/:id', handler: group },
  { method: 'get', path: '/compare/:before/:after', handler: compare },
  { method: 'get', path: '/rulings', handler: rulings },
  { method: 'post', path: '/rulings', handler: ruleByForm },
  ...RULING_ACTIONS.flatMap(routesOf),
  { method: 'get', path: '/marks', handler: reading },
  { method: 'post', path: '/marks', handler: markByForm },
  { method: 'post', path: '/searches', handler: saveSearchByForm },
  ...SEARCH_ACTIONS.flatMap(routesOf),
  { method: 'get', path: '/feeds', handler: feeds },
  { method: 'post', path: '/feeds', handler: addFeeds },
  { method: 'get', path: '/feeds.opml', handler: exportOpml },
  { method: 'post', path: '/feeds/import', handler: importOpml },
  { method: 'get', path: '/feeds/:id', handler: feed },
  { method: 'post', path: '/feeds/:id/check', handler: checkedFeed },
  ...FEED_ACTIONS.flatMap(routesOf),
  { method: 'get', path: '/outlets', handler: outlets },
  { method: 'get', path: '/outlets/matrix', handler: matrix },
  { method: 'get', path: '/outlets/houses', handler: houses },
  { method: 'post', path: '/outlets/houses', handler: nameHouse },
  { method: 'get', path: '/outlets/:id', handler: outlet },
  { method: 'post', path: '/outlets/:id', handler: changeOutlet },
  { method: 'get', path: '/pipeline', handler: pipeline },
  { method: 'get', path: '/pipeline/:stage', handler: stage },
  ...STAGE_ACTIONS.flatMap(routesOf),
  { method: 'get', path: '/quarantine', handler: quarantine },
  ...routesOf(retryAction),
  { method: 'get', path: '/reprocess', handler: reprocess },
  { method: 'post', path: '/reprocess/dry-run', handler: dryRun },
  ...BATCH_ACTIONS.flatMap(routesOf),
  { method: 'get', path: '/reprocess/:id', handler: batch },
  { method: 'post', path: '/schedules', handler: addScheduled },
  ...SCHEDULE_ACTIONS.flatMap(routesOf),
  { method: 'get', path: '/watches', handler: watches },
  { method: 'post', path: '/watches', handler: saveForm },
  { method: 'post', path: '/watches/try', handler: tryWatch },
  { method: 'get', path: '/watches/:id', handler: watch },
  { method: 'get', path: '/watches/:id/edit', handler: editWatch },
  { method: 'get', path: '/watches/:id/alerts.atom', handler: watchAtom },
  { method: 'get', path: '/watches/:id/alerts.json', handler: watchJson },
  { method: 'get', path: '/webhooks', handler: webhooks },
  ...WATCH_ACTIONS.flatMap(routesOf),
  { method: 'get', path: '/audit', handler: audit },
  { method: 'get', path: '/audit.csv', handler: auditCsv },
  { method: 'get', path: '/sign-ins', handler: signIns },
  ...routesOf(endAction),
];

/** For machines that watch over us. */
export const MONITOR: readonly Route[] = [
  { method: 'get', path: '/metrics', handler: metrics },
  { method: 'get', path: '/healthz', handler: healthz },
  { method: 'get', path: '/readyz', handler: readyz },
];
