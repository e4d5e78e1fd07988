/**
 * Query parameters whose value opens something for whoever holds it. Matched as whole words between separators, so
 * that `api_key` and `X-Amz-Signature` are caught and `monkey` or `author` are not.
 */
const SECRET_NAME =
  /(^|[-_.])(access|api|auth|authorization|bearer|credential|credentials|jwt|key|apikey|pass|passwd|password|pwd|secret|session|sessionid|sid|sig|sign|signature|token|accesstoken|authtoken)($|[-_.])/i;

const MARK = 'REDACTED';

/**
 * An address as a log line may carry it: without user name and password, with the value of every parameter that is
 * named like a secret replaced, and without the fragment. What is no URL comes back with anything that looks like
 * `user:password@` removed.
 */
export function redactUrl(url: string | URL): string {
  let parsed: URL;
  try {
    parsed = new URL(url);
  } catch {
    return String(url).replace(/\/\/[^/@\s]*@/, `//${MARK}@`);
  }
  if (parsed.username !== '' || parsed.password !== '') {
    parsed.username = MARK;
    parsed.password = '';
  }
  parsed.hash = '';
  if (parsed.search !== '') parsed.search = redactQuery(parsed.search);
  return parsed.href;
}

/** Whether an address has had a secret of its own hidden: it opens nothing, and is none to watch. */
export function isRedacted(url: string): boolean {
  return url.includes(MARK);
}

/** Every http(s) address inside a text (an error's message, a reason), redacted. */
export function redactUrls(text: string): string {
  return text.replace(/https?:\/\/[^\s"'<>]+/gi, (url) => redactUrl(url));
}

/** Replaces values in place: rebuilding the query with URLSearchParams would rewrite the escapes of the others. */
function redactQuery(search: string): string {
  return search.replace(/([?&;])([^=&;]+)=([^&;]*)/g, (whole, lead: string, name: string) =>
    SECRET_NAME.test(camelToDashes(safeDecode(name))) ? `${lead}${name}=${MARK}` : whole,
  );
}

function camelToDashes(name: string): string {
  return name.replace(/([a-z])([A-Z])/g, '$1-$2');
}

function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
