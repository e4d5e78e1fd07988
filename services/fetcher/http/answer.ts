/** One request of a redirect chain and what came back. */
export interface Hop {
  url: string;
  status: number;
  /** Where it led, absolute; null for the last one. */
  location: string | null;
}

/** A whole response. `ok` says that it was read to its end, not that its status is 2xx. */
export interface HttpResponse {
  ok: true;
  /** The address that was asked for. */
  url: string;
  /** The address that answered, after redirects; without fragment and credentials. */
  finalUrl: string;
  hops: Hop[];
  status: number;
  statusText: string;
  /** Lower-case names; several headers of one name joined by ", ". */
  headers: Record<string, string>;
  /** Name and value as they came, in order: for the archive. */
  rawHeaders: Array<[string, string]>;
  /** The decoded body. */
  body: Uint8Array;
  /** Bytes of the body before decoding. */
  transferredBytes: number;
  /** The body went on beyond the limit, and the caller had asked for its beginning. */
  cut: boolean;
  /** What the last request sent, credentials left out: for the archive. */
  requestHeaders: Record<string, string>;
  startedAt: Date;
  elapsedMs: number;
  /** The WARC record that it was archived as, and its file; without an archive it is not there. */
  archived?: { record: string; file: string };
}

/** What can go wrong, and whether another try may end better. */
export const FAILURES = {
  'bad-url': { retry: 'never', means: 'no http(s) address' },
  unsafe: { retry: 'never', means: 'the address is private or special' },
  'hop-refused': { retry: 'later', means: 'the caller refused this hop' },
  dns: { retry: 'later', means: 'the name could not be resolved' },
  connect: { retry: 'later', means: 'no connection' },
  closed: { retry: 'later', means: 'connected, but closed before the headers' },
  tls: { retry: 'later', means: 'no valid TLS' },
  'headers-timeout': { retry: 'later', means: 'the headers did not come in time' },
  'idle-timeout': { retry: 'later', means: 'the body stopped coming' },
  deadline: { retry: 'later', means: 'the whole took longer than its deadline' },
  aborted: { retry: 'later', means: 'the caller gave up' },
  truncated: { retry: 'later', means: 'the body ended before its end' },
  protocol: { retry: 'later', means: 'the answer is no HTTP' },
  'too-large': { retry: 'never', means: 'more bytes than the limit' },
  encoding: { retry: 'never', means: 'a content coding that we do not read, or bytes that are not in it' },
  'redirect-loop': { retry: 'never', means: 'a redirect leads back' },
  'too-many-redirects': { retry: 'never', means: 'more redirects than the limit' },
} as const satisfies Record<string, { retry: 'later' | 'never'; means: string }>;

export type FailureKind = keyof typeof FAILURES;

/** No whole response. The message names what and where, without secrets. */
export interface HttpFailure {
  ok: false;
  kind: FailureKind;
  message: string;
  retry: 'later' | 'never';
  url: string;
  /** The address at which it failed. */
  failedUrl: string;
  hops: Hop[];
  startedAt: Date;
  elapsedMs: number;
}

export type HttpAnswer = HttpResponse | HttpFailure;
