import { HOOK_SECRET } from '@wirewatch/shared/config.ts';
import type { Webhook } from '@wirewatch/shared/store/watches/watches.ts';
import { UsageError } from '../usage-error.ts';

/**
 * A webhook as the command line names it; null where it names none.
 * @throws UsageError
 */
export function webhookOf(options: { webhook?: string; secretEnv?: string }): Webhook | null {
  const { webhook, secretEnv } = options;
  if (webhook === undefined && secretEnv === undefined) return null;
  if (webhook === undefined) throw new UsageError('--secret-env: of which webhook? Say --webhook URL too');
  if (secretEnv === undefined)
    throw new UsageError(
      '--webhook: say --secret-env VAR, the environment variable that holds the secret to sign with',
    );
  if (!HOOK_SECRET.test(secretEnv))
    throw new UsageError(
      `--secret-env ${secretEnv}: expected the name of an environment variable that begins with WIREWATCH_HOOK_, not the secret`,
    );
  const url = URL.canParse(webhook) ? new URL(webhook) : null;
  if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:') || url.username !== '' || url.password !== '')
    throw new UsageError(`--webhook ${webhook}: expected an http or https address without user name and password`);
  url.hash = '';
  return { url: url.href, secretEnv };
}
