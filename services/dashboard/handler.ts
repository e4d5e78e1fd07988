import type { Config, Right } from '@wirewatch/shared/config.ts';
import type { Logger } from '@wirewatch/shared/log.ts';
import type { Queues } from '@wirewatch/shared/queue/queues.ts';
import type { CompareText } from '@wirewatch/shared/sources/compared-text.ts';
import type { BlobStore } from '@wirewatch/shared/store/blobs/blobs.ts';
import type { Store } from '@wirewatch/shared/store/database/store.ts';
import type { CheckFeed } from './feed-checks.ts';
import type { Gauges } from './live/gauges.ts';
import type { OpmlTools } from './opml-tools.ts';
import type { Counts } from './reads/counts.ts';
import type { Html } from './views/html.ts';

/** What every handler may use. */
export interface Dashboard {
  config: Config;
  log: Logger;
  store: Store;
  blobs: BlobStore;
  queues: Queues;
  gauges: Gauges;
  counts: Counts;
  opml: OpmlTools;
  compareText: CompareText;
  /** Settles anew where these articles stand, and all that hang together with them. */
  settleAnew: (ids: readonly string[]) => Promise<void>;
  checkFeed: CheckFeed;
  now: () => number;
}

/** A request as a handler sees it. */
export interface Ask extends Dashboard {
  params: Record<string, string>;
  query: URLSearchParams;
  /** Fields of a form that was sent; empty for a GET. */
  form: URLSearchParams;
  /** Files of a form that was sent, as bytes. */
  files: ReadonlyMap<string, Uint8Array>;
  /** The JSON object that was sent, else the form's fields. */
  body: Record<string, unknown>;
  headers: { lastEventId: string | null };
  /** Who asks, for the audit list: `web:NAME`. */
  who: string;
  right: Right;
  /** Scheme and host under which we were asked. */
  origin: string;
  /** The path asked for, with its query. */
  here: string;
}

/** A place of the menu. */
export type Place =
  | 'overview'
  | 'articles'
  | 'copies'
  | 'feeds'
  | 'outlets'
  | 'watches'
  | 'pipeline'
  | 'quarantine'
  | 'reprocess'
  | 'audit'
  | 'search'
  | 'sources'
  | 'reading'
  | 'none';

/** What a handler gives back; it knows nothing of HTTP beyond a status. */
export type Answer =
  | { kind: 'page'; title: string; place: Place; body: Html; status?: 200 | 400 | 403 | 404 | 409 }
  | { kind: 'json'; body: unknown; status?: 200 | 201 | 202 | 400 | 404 | 409 | 503 }
  | {
      kind: 'raw';
      type: string;
      body: string | Uint8Array<ArrayBuffer>;
      headers?: Record<string, string>;
      status?: 200 | 503;
    }
  | { kind: 'go'; to: string }
  | { kind: 'problem'; status: 400 | 403 | 404 | 409 | 413 | 503; message: string }
  | { kind: 'stream'; start: (send: SendEvent, closed: AbortSignal) => Promise<void> };

/** Sends one server-sent event. */
export type SendEvent = (event: { name?: string; id?: string; data: string }) => Promise<void>;

export type Handler = (ask: Ask) => Promise<Answer> | Answer;

/** Something that can be asked for. */
export interface Route {
  method: 'get' | 'post';
  path: string;
  handler: Handler;
}

/** The request cannot be served, in words for who asked. */
export function problem(status: 400 | 403 | 404 | 409 | 413 | 503, message: string): Answer {
  return { kind: 'problem', status, message };
}
