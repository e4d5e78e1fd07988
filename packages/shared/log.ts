import { destination, type Logger, pino } from 'pino';

export type { Logger } from 'pino';

/** Paths of values that must never reach a log line. */
const SECRETS = [
  'WIREWATCH_TOKENS',
  'token',
  'password',
  'authorization',
  'headers.authorization',
  'headers.cookie',
  'DATABASE_URL',
  'REDIS_URL',
  'AWS_ACCESS_KEY_ID',
  'AWS_SECRET_ACCESS_KEY',
  'AWS_SESSION_TOKEN',
];

/** A logger of one service: JSON lines on standard error (standard output carries data only). */
export function createLogger(service: string, level: string): Logger {
  return pino(
    {
      level,
      base: { service, pid: process.pid },
      redact: { paths: SECRETS, censor: '(hidden)' },
      timestamp: pino.stdTimeFunctions.isoTime,
    },
    destination({ dest: 2, sync: true }),
  );
}
