import { createHmac } from 'node:crypto';

/** The headers by which a receiver knows that a webhook is ours, is fresh, and has not come before. */
export interface SignedHeaders {
  'webhook-id': string;
  'webhook-timestamp': string;
  'webhook-signature': string;
}

/**
 * Signs a webhook as the Standard Webhooks specification says (version 1), for which receivers have libraries in every language:
 * HMAC-SHA256 in base64 over `id.timestamp.body`.
 * @param secret as bytes of its UTF-8, or of what follows `whsec_` in base64
 * @param id the same for every try of one delivery
 * @param at epoch ms; signed in seconds
 */
export function signWebhook(secret: string, id: string, at: number, body: string): SignedHeaders {
  const key = secret.startsWith('whsec_') ? Buffer.from(secret.slice('whsec_'.length), 'base64') : secret;
  const timestamp = String(Math.floor(at / 1000));
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`, 'utf8').digest('base64');
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${signature}` };
}
