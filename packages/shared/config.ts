import { resolve } from 'node:path';
import { z } from 'zod';
import { SHIPPED_PAGE_BYTES } from './page-room.ts';
import { parseSentinelUrl } from './queue/sentinel-url.ts';
import { parseS3Url } from './store/blobs/s3-url.ts';

const list = z
  .string()
  .default('')
  .transform((text) => text.split(/[\s,]+/).filter((part) => part !== ''));

const ConnectTo = list.transform((parts, context) =>
  parts.map((part) => {
    const match = /^([^:]+):(\d+):(\[[^\]]+\]|[^:]+):(\d+)$/.exec(part);
    if (!match) {
      context.addIssue({ code: 'custom', message: `"${part}" is not HOST:PORT:TO-HOST:TO-PORT` });
      return z.NEVER;
    }
    return { host: match[1]!, port: Number(match[2]), toHost: match[3]!, toPort: Number(match[4]) };
  }),
);

/** What a token opens: to look; also to take pages in and keep watches, notes and rulings; everything. Each holds those before it. */
export const RIGHTS = ['read', 'desk', 'operator'] as const;
export type Right = (typeof RIGHTS)[number];

const Tokens = list.transform((parts, context) => {
  const tokens = parts.map((part, index) => {
    const [, name, right, token] = /^([\w.-]{1,40}):(read|desk|operator):(\S{16,})$/.exec(part) ?? [];
    if (name === undefined) {
      // The part itself may hold a secret: its place is named, not its words.
      context.addIssue({
        code: 'custom',
        message: `token ${index + 1} is not NAME:RIGHT:TOKEN with one of the rights ${RIGHTS.join(', ')} and 16 characters or more`,
      });
      return z.NEVER;
    }
    return { name, right: right as Right, token: token! };
  });
  if (new Set(tokens.map(({ name }) => name)).size < tokens.length)
    context.addIssue({ code: 'custom', message: 'two tokens have the same name' });
  return tokens;
});

const flag = z
  .enum(['0', '1', 'false', 'true', 'no', 'yes'])
  .default('0')
  .transform((said) => said === '1' || said === 'true' || said === 'yes');

const count = (fallback: number, min = 0) => z.coerce.number().int().min(min).default(fallback);

/** Every environment variable that wirewatch reads, beside those that users name for secrets; nothing else in the project looks at `process.env`. */
const Environment = z.object({
  WIREWATCH_DATA: z.string().default('./data').describe('the folder that the embedded default writes to'),
  REDIS_URL: z
    .string()
    .refine((url) => /^(rediss?:\/\/|unix:\/)/.test(url) || parseSentinelUrl(url) !== null, {
      error: 'expected redis://, rediss://, redis+sentinel://HOST:PORT,HOST:PORT/NAME or unix:/path',
    })
    .optional()
    .describe('a Redis of your own; without it a private one is started'),
  DATABASE_URL: z
    .string()
    .regex(/^(sqlite:|postgres(ql)?:\/\/)/, 'expected sqlite:PATH, postgres:// or postgresql://')
    .optional()
    .describe('the store; without it SQLite in the data folder'),
  BLOB_URL: z
    .string()
    .refine((url) => !/^\w+:\/\//.test(url) || parseS3Url(url) !== null, {
      error: 'expected a folder, or s3://BUCKET[/PREFIX]?endpoint=https://HOST&region=NAME',
    })
    .optional()
    .describe('raw bytes: a folder, or s3://BUCKET[/PREFIX]?endpoint=URL&region=NAME'),
  AWS_ACCESS_KEY_ID: z.string().optional().describe('for BLOB_URL=s3://...'),
  AWS_SECRET_ACCESS_KEY: z.string().optional().describe('for BLOB_URL=s3://...'),
  AWS_SESSION_TOKEN: z.string().optional().describe('for BLOB_URL=s3://..., with temporary credentials'),
  WIREWATCH_USER_AGENT: z
    .string()
    .min(3)
    .default('wirewatch/0.1 (+https://github.com/wirewatch/wirewatch)')
    .describe('how we name ourselves to servers'),
  WIREWATCH_ALLOW_NETS: list.describe(
    'networks that the fetcher and webhooks may reach although private, as 127.0.0.0/8',
  ),
  WIREWATCH_CONNECT_TO: ConnectTo.describe(
    'HOST:PORT:TO-HOST:TO-PORT,... reach a host elsewhere, as curl --connect-to',
  ),
  WIREWATCH_HOST_GAP_MS: count(1000).describe('gap between requests to one host'),
  WIREWATCH_HOST: z.string().default('127.0.0.1').describe('address of dashboard and API'),
  PORT: z.coerce.number().int().min(0).max(65535).default(8080).describe('port of dashboard and API'),
  WIREWATCH_TOKEN: z
    .string()
    .min(16)
    .optional()
    .describe('dashboard and API, with every right; it or WIREWATCH_TOKENS is required unless bound to loopback'),
  WIREWATCH_TOKENS: Tokens.describe('NAME:RIGHT:TOKEN,... with the rights read, desk or operator'),
  WIREWATCH_PUBLIC_HOSTS: list.describe('Host names under which the dashboard may be asked for, beside loopback'),
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'])
    .default('info')
    .describe('from which level on log lines are written'),
  WIREWATCH_BACKLOG_LIMIT: count(2000, 1).describe('articles waiting behind the fetcher at which it pauses'),
  WIREWATCH_MAX_PAGE_BYTES: count(SHIPPED_PAGE_BYTES, 1000).describe(
    'decoded bytes of one page or feed; raised, all that bounds the size of pages and feeds rises with it',
  ),
  WIREWATCH_PAGE_TIMEOUT_MS: count(20_000, 100).describe('CPU time for cleaning one page'),
  WIREWATCH_LOCK_MS: count(10_000, 1000).describe('time after which the work of a dead worker is taken over'),
  WIREWATCH_RECHECK_HOURS: count(0).describe('fetch pages of known entries again after this many hours; 0: never'),
  WIREWATCH_HONOUR_NOINDEX: flag.describe('leave out pages that say noindex (meta robots, X-Robots-Tag)'),
  WIREWATCH_HONOUR_AI_OPTOUT: flag.describe(
    'leave out pages that say noai, reserve text and data mining, or shut out AI crawlers in robots.txt',
  ),
  WIREWATCH_WARC: z.string().optional().describe('a folder: every response is archived there as WARC 1.1'),
  WIREWATCH_DEDUP_WINDOW_DAYS: count(90).describe(
    'copies of parts are looked for among articles of so many days, exact copies among all; 0: no limit',
  ),
  WIREWATCH_RAW_KEEP_DAYS: count(0).describe('raw bytes are cleared away after this many days; 0: never'),
  WIREWATCH_RAW_MAX_GB: z.coerce
    .number()
    .min(0)
    .default(0)
    .describe('the oldest raw bytes are cleared away above this many GB (10^9 bytes, compressed); 0: no limit'),
  WIREWATCH_MIN_FREE_GB: z.coerce
    .number()
    .min(0)
    .default(2)
    .describe('a disk with less free (GB, 10^9 bytes) is named on the overview, by status and in the metrics'),
  WIREWATCH_SMALL: flag.describe(
    'less room for new objects, at more CPU: for small machines (what `up` and `run` start)',
  ),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\/[^\s/]+/, 'expected smtp://USER:PASSWORD@HOST:PORT or smtps://...')
    .optional()
    .describe('the mail server that sends the daily letters of watches'),
  WIREWATCH_MAIL_FROM: z
    .string()
    .regex(/^[^\r\n]*[^\s@<>]+@[^\s@<>]+>?$/, 'expected an address, as desk@news.example')
    .optional()
    .describe('the sender of those letters'),
  WIREWATCH_PUBLIC_URL: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe('where the dashboard is reached from outside: feeds that offer a WebSub hub are subscribed there'),
});

export type Config = z.infer<typeof Environment> & {
  /** Absolute. */
  dataDir: string;
  databaseUrl: string;
  blobUrl: string;
};

/** The environment has a value that cannot be used: exit status 2. */
export class ConfigError extends Error {
  override name = 'ConfigError';
}

/**
 * Reads the configuration.
 * @param env the process's environment
 * @param overrides what the command line said, by the same names
 * @throws ConfigError naming each variable, its value and what was expected
 */
export function readConfig(env: NodeJS.ProcessEnv, overrides: Record<string, string | undefined> = {}): Config {
  const given = { ...env, ...Object.fromEntries(Object.entries(overrides).filter(([, value]) => value !== undefined)) };
  const present = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ''));
  const parsed = Environment.safeParse(present);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => {
      const name = String(issue.path[0]);
      return `  ${name}=${SECRET.test(name) ? '(hidden)' : withoutPassword(given[name] ?? '(not set)')}: ${issue.message}`;
    });
    throw new ConfigError(`the environment cannot be used:\n${lines.join('\n')}`);
  }
  const { BLOB_URL, AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY } = parsed.data;
  if (BLOB_URL?.startsWith('s3:') && !(AWS_ACCESS_KEY_ID && AWS_SECRET_ACCESS_KEY)) {
    throw new ConfigError(`BLOB_URL=${BLOB_URL} needs AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY beside it`);
  }
  const dataDir = resolve(parsed.data.WIREWATCH_DATA);
  return {
    ...parsed.data,
    dataDir,
    databaseUrl: parsed.data.DATABASE_URL ?? `sqlite:${dataDir}/wirewatch.db`,
    blobUrl: parsed.data.BLOB_URL ?? `${dataDir}/blobs`,
  };
}

const SECRET = /TOKEN|PASSWORD|SECRET|ACCESS_KEY/;

/** An address without the password in it. */
function withoutPassword(text: string): string {
  return text.replace(/\/\/([^:@/]*):[^@/]*@/, '//$1:***@').replace(/(sentinelPassword=)[^&]*/, '$1***');
}

/** The configuration as an operator may see it: passwords and tokens hidden. Name, value, meaning. */
export function describeConfig(config: Config): Array<{ name: string; value: string; meaning: string }> {
  const effective = {
    ...config,
    WIREWATCH_DATA: config.dataDir,
    DATABASE_URL: config.databaseUrl,
    BLOB_URL: config.blobUrl,
  };
  return Object.entries(Environment.shape).map(([name, schema]) => {
    const value: unknown = effective[name as keyof typeof effective];
    const text = value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value);
    const shown = SECRET.test(name) && text !== '' ? '(set)' : withoutPassword(text);
    return { name, value: shown, meaning: schema.description ?? '' };
  });
}

/** How the environment variable that holds a webhook's secret is named: so that no watch can sign with (and give away) another secret. */
export const HOOK_SECRET = /^WIREWATCH_HOOK_[A-Za-z0-9_]+$/;

/** A secret in an environment variable that a user named (a webhook's); null where it is not set. Read when it is used, kept nowhere. */
export function namedSecret(variable: string): string | null {
  return process.env[variable] || null;
}

/** The environment that a child process needs to see the same configuration. */
export function childEnvironment(env: NodeJS.ProcessEnv, config: Config): NodeJS.ProcessEnv {
  return {
    ...env,
    WIREWATCH_DATA: config.dataDir,
    DATABASE_URL: config.databaseUrl,
    BLOB_URL: config.blobUrl,
    PORT: String(config.PORT),
    ...(config.REDIS_URL ? { REDIS_URL: config.REDIS_URL } : {}),
  };
}
