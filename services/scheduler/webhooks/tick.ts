import { namedSecret } from '@wirewatch/shared/config.ts';
import type { ServiceContext } from '@wirewatch/shared/service.ts';
import type { Tick } from '../ticker.ts';
import { deliverDue } from './deliver.ts';
import type { Poster } from './post.ts';

interface WebhooksTick extends Tick {
  /** No delivery is begun any more. */
  halt(): void;
  close(): Promise<void>;
}

/**
 * Delivers alerts to webhooks. Holds no state but its connections: what is due stands in the database.
 * @param leads whether this scheduler is still the one that delivers, asked before each
 */
export function createWebhooksTick({ config }: ServiceContext, leads: () => boolean): WebhooksTick {
  const open = async () =>
    (await import('./post.ts')).createPoster({
      userAgent: config.WIREWATCH_USER_AGENT,
      allowNets: config.WIREWATCH_ALLOW_NETS,
      connectTo: config.WIREWATCH_CONNECT_TO,
    });
  let opened: Promise<Poster> | undefined;
  // Its HTTP client is a tenth of a start's CPU, and most schedulers have no webhook.
  const poster: Poster = {
    async post(...args) {
      opened ??= open();
      return (await opened).post(...args);
    },
    close: async () => (await opened)?.close(),
  };
  let halted = false;
  return {
    name: 'webhooks',
    everyMs: 1000,
    run: (context) => deliverDue(context, { poster, secretOf: namedSecret, halted: () => halted || !leads() }),
    halt() {
      halted = true;
    },
    close: () => poster.close(),
  };
}
