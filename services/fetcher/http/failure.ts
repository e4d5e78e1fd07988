import { UnsafeAddressError } from '@wirewatch/shared/http/connector.ts';
import { redactUrl, redactUrls } from '@wirewatch/shared/text/redact-url.ts';
import type { FailureKind } from './answer.ts';
import { BodyError } from './decode-body.ts';
import { netWords } from './net-words.ts';
import { tlsWords } from './tls-words.ts';

/** Codes of the resolver: c-ares and getaddrinfo, as Node names them. */
const DNS_CODES = /^(ENOTFOUND|EAI_|ENODATA|ESERVFAIL|EREFUSED|EBADNAME|EBADRESP|ENONAME)/;
/** Node's certificate verdicts carry these prefixes or OpenSSL's own names. */
const TLS_CODES =
  /^(ERR_TLS|ERR_SSL|EPROTO$|CERT_|UNABLE_TO_|DEPTH_ZERO|SELF_SIGNED|HOSTNAME_MISMATCH|INVALID_CA|CRL_)/;

/** Sorts what a request threw into a failure kind. `sawHeaders`: the status line had already come. */
export function classifyError(error: unknown, sawHeaders: boolean): FailureKind {
  if (error instanceof BodyError) return error.kind;
  for (const layer of layers(error)) {
    if (layer instanceof UnsafeAddressError) return 'unsafe';
    const code = 'code' in layer && typeof layer.code === 'string' ? layer.code : '';
    if (code === 'UND_ERR_HEADERS_TIMEOUT') return 'headers-timeout';
    if (code === 'UND_ERR_BODY_TIMEOUT') return 'idle-timeout';
    if (code === 'UND_ERR_HEADERS_OVERFLOW') return 'too-large';
    if (code === 'UND_ERR_CONNECT_TIMEOUT') return 'connect';
    if (DNS_CODES.test(code)) return 'dns';
    if (TLS_CODES.test(code) || tlsWords(layer) !== null) return 'tls';
    if ('syscall' in layer && layer.syscall === 'connect') return 'connect';
    if (layer.name === 'HTTPParserError') return sawHeaders ? 'truncated' : 'protocol';
  }
  return sawHeaders ? 'truncated' : 'closed';
}

/** The innermost words of an error and the address at which it happened, both without secrets. */
export function describeError(error: unknown, url: string): string {
  const found = layers(error);
  const texts = found.map((layer) => layer.message || ('code' in layer ? String(layer.code) : layer.name));
  const words =
    found.map(tlsWords).find((said) => said !== null) ??
    found.map(netWords).findLast((said) => said !== null) ??
    texts.at(-1) ??
    String(error);
  return `${redactUrls(words)} (${redactUrl(url)})`;
}

/** The error, its causes and, for a connection tried over several addresses, each address's error. */
function layers(error: unknown): Error[] {
  const found: Error[] = [];
  const walk = (layer: unknown, depth: number): void => {
    if (!(layer instanceof Error) || depth > 4) return;
    found.push(layer);
    if (layer instanceof AggregateError) for (const inner of layer.errors) walk(inner, depth + 1);
    walk(layer.cause, depth + 1);
  };
  walk(error, 0);
  return found;
}
