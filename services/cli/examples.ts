/** What a newcomer types, by verb: shown below each --help. */
export const EXAMPLES: Readonly<Record<string, readonly string[]>> = {
  up: ['npx wirewatch up', 'npx wirewatch up --port 9090 --data /srv/news', 'npx wirewatch up --feeds feeds.opml'],
  demo: [
    'npm run demo',
    'npx wirewatch demo --once',
    'npx wirewatch demo --data /tmp/demo   (keeps its data; then: npx wirewatch status --data /tmp/demo)',
  ],
  run: ['npx wirewatch run --until-idle', 'npx wirewatch run --until-idle --all --strict --json > summary.json'],
  work: ['REDIS_URL=redis://queue.example DATABASE_URL=postgres://db.example/wirewatch npx wirewatch work cleaner'],
  feeds: [
    'npx wirewatch feeds add https://harbourpost.example/feed.xml',
    'npx wirewatch feeds discover https://harbourpost.example/ --add',
    'npx wirewatch feeds list',
    'npx wirewatch feeds import feeds.opml',
  ],
  sources: ["npx wirewatch sources --query 'ferry AND strike'", 'npx wirewatch sources --text - < clipping.txt'],
  outlets: ['npx wirewatch outlets list', 'npx wirewatch outlets set meridianwire.example --kind agency'],
  ingest: [
    'npx wirewatch ingest https://harbourpost.example/2026/11/ferry-strike',
    'npx wirewatch ingest --warc crawl.warc.gz',
  ],
  forget: ['npx wirewatch forget https://harbourpost.example/2026/11/withdrawn'],
  export: ['npx wirewatch export --format jsonl > articles.jsonl', 'npx wirewatch export --since 7d > week.jsonl'],
  search: ["npx wirewatch search 'ferr* AND (strike OR stop*)'", "npx wirewatch search 'event:CONSULT country:LBY'"],
  watch: [
    "npx wirewatch watch test 'ferr* AND strike' --since 30d",
    "npx wirewatch watch add ferries 'ferr* AND strike'",
    'npx wirewatch watch alerts ferries',
    'npx wirewatch watch digest ferries --print',
  ],
  rule: [
    'npx wirewatch rule first a36763ec22884e0c1f2b3 --note "seen on air at noon"',
    'npx wirewatch rule house adrianews.example adriapress.example',
    'npx wirewatch rule list',
  ],
  show: ['npx wirewatch show a36763ec22884e0c1f2b3'],
  reprocess: ['npx wirewatch reprocess --from clean --stale --dry-run', 'npx wirewatch reprocess list'],
  schedule: [
    'npx wirewatch schedule add reprocess --from classify --stale --cron "30 3 * * 0" --timezone Europe/Berlin',
    'npx wirewatch schedule list',
  ],
  quarantine: ['npx wirewatch quarantine list', 'npx wirewatch quarantine retry --all'],
  status: ['npx wirewatch status', 'npx wirewatch status --json', 'npx wirewatch status --data /tmp/demo'],
  doctor: ['npx wirewatch doctor'],
  db: ['npx wirewatch db backup before.tar.zst', 'npx wirewatch db restore before.tar.zst --data /srv/again'],
  clean: ['curl https://harbourpost.example/a | npx wirewatch clean --url https://harbourpost.example/a'],
  dedup: ['npx wirewatch dedup --jsonl < texts.jsonl'],
  classify: ['npx wirewatch classify --jsonl < texts.jsonl'],
  'parse-feed': ['curl https://harbourpost.example/feed.xml | npx wirewatch parse-feed'],
};

/** Below the list of all verbs. */
export const FIRST_STEPS = `
First steps:
  npm run demo                                      see it work, no network needed
  npx wirewatch feeds add URL                       your own first feed
  npx wirewatch run --until-idle                    poll once, work, say what came of it
  npx wirewatch up                                  everything, with the dashboard, until Ctrl-C
  npx wirewatch status                              what needs attention
  npx wirewatch VERB --help                         options and examples of each`;

/** The examples of a verb, as its --help shows them. */
export function examplesText(verb: string): string {
  return `\nExamples:\n${(EXAMPLES[verb] ?? []).map((line) => `  ${line}`).join('\n')}`;
}
