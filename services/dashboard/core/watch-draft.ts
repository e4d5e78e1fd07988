import { MailTo } from '@wirewatch/shared/contracts/watch.ts';
import { watchLines } from '@wirewatch/shared/query/watch-lines.ts';
import { z } from 'zod';

/** A watch as a person or program sends it. */
export const WatchDraft = z.object({
  name: z.string().trim().min(1).max(200),
  lines: z
    .array(
      z.object({
        query: z.string().min(1).describe('the grammar of search'),
        weight: z.coerce.number().default(1).describe('what a match adds; below 0 argues against'),
        language: z.string().nullable().default(null).describe('the only language that the query is for'),
      }),
    )
    .min(1, 'at least one query is needed'),
  threshold: z.coerce.number().default(1).describe('the sum of weights from which on the watch fires'),
  webhook: z
    .object({
      url: z
        .url({ protocol: /^https?$/, error: 'expected an http or https address' })
        .refine((text) => !URL.canParse(text) || (new URL(text).username === '' && new URL(text).password === ''), {
          error: 'expected an address without user name and password',
        }),
      secretEnv: z
        .string()
        .regex(
          /^WIREWATCH_HOOK_[A-Za-z0-9_]+$/,
          'expected the name of an environment variable that begins with WIREWATCH_HOOK_, not the secret',
        ),
    })
    .nullable()
    .default(null)
    .describe('where alerts are sent, signed'),
  textsOnly: z.boolean().default(false).describe('tell of new independent texts, not of outlets that carry known ones'),
  mail: MailTo.nullable().default(null).describe('who gets a letter a day, and at which hour (UTC)'),
});
export type WatchDraft = z.infer<typeof WatchDraft>;

/** A draft as a form says it: each query a line; weights and languages by comma, one for all or one for each. */
export interface WatchFields {
  /** Of the watch that is changed; empty for a new one. */
  id: string;
  name: string;
  queries: string;
  weights: string;
  languages: string;
  threshold: string;
  webhook: string;
  secretEnv: string;
  /** `yes` or empty. */
  textsOnly: string;
  /** Addresses with commas between. */
  mail: string;
  hour: string;
}

/** Reads what a form sent; what is left out is empty. */
export function fieldsOf(form: URLSearchParams): WatchFields {
  const field = (name: keyof WatchFields) => form.get(name)?.trim() ?? '';
  return {
    id: field('id'),
    name: field('name'),
    queries: field('queries'),
    weights: field('weights'),
    languages: field('languages'),
    threshold: field('threshold'),
    webhook: field('webhook'),
    secretEnv: field('secretEnv'),
    textsOnly: field('textsOnly'),
    mail: field('mail'),
    hour: field('hour'),
  };
}

function mailOf({ mail, hour }: WatchFields) {
  const to = mail.split(/[\s,;]+/).filter((each) => each !== '');
  return to.length === 0 ? null : { to, ...(hour === '' ? {} : { hour }) };
}

/** The draft that a form says, or what is wrong with it in words. */
export function draftOf(fields: WatchFields): WatchDraft | { problem: string } {
  const queries = fields.queries
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const said = watchLines(queries, { weights: fields.weights || '1', languages: fields.languages || 'any' });
  if ('problem' in said) {
    const list = said.problem.list === 'weights' ? 'Weights' : 'Languages';
    return { problem: `${list}: expected one, or one for each of the ${queries.length} queries.` };
  }
  const parsed = WatchDraft.safeParse({
    name: fields.name,
    threshold: fields.threshold || '1',
    lines: said.lines,
    textsOnly: fields.textsOnly === 'yes',
    mail: mailOf(fields),
    webhook: fields.webhook || fields.secretEnv ? { url: fields.webhook, secretEnv: fields.secretEnv } : null,
  });
  if (parsed.success) return parsed.data;
  return { problem: parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ') };
}
