/** A topic of somebody's: it fires on the leak that three outlets tell of. */
export const DEMO_WATCH = {
  name: 'accidents and strikes',
  lines: [
    { query: 'ammonia OR freighter OR pilots', language: 'en', weight: 1 },
    { query: 'leak OR strike OR fog', language: 'en', weight: 1 },
  ],
  threshold: 2,
};
