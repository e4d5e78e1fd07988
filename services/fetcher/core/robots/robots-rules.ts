/** One Allow or Disallow line, its path normalised. */
export interface RobotsRule {
  allow: boolean;
  pattern: string;
}

export interface RobotsGroup {
  /** Product tokens, lower case; "*" for all. */
  agents: string[];
  rules: RobotsRule[];
  /** Not in RFC 9309, but asked for by many; null without. */
  crawlDelaySeconds: number | null;
}

/** RFC 9309 section 2.5: at least 500 KiB are to be read. */
export const ROBOTS_MAX_BYTES = 500 * 1024;
/** Rules kept of one file; the longest of real sites have some 5,000. */
const MAX_RULES = 20_000;
/** Characters of a line; the longest addresses that servers take have 8,000, so that a longer pattern matches none of them. */
const MAX_LINE = 16_000;

/** Reads a robots.txt (RFC 9309 section 2.2). What is no known line is passed over and closes no group. */
export function parseRobots(text: string): RobotsGroup[] {
  const groups: RobotsGroup[] = [];
  let group: RobotsGroup | null = null;
  let ruled = false;
  let rules = 0;
  for (const line of text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/)) {
    const directive = readLine(line);
    if (directive === null) continue;
    const { key, value } = directive;
    if (key === 'user-agent') {
      if (group === null || ruled) {
        group = { agents: [], rules: [], crawlDelaySeconds: null };
        groups.push(group);
        ruled = false;
      }
      group.agents.push(productToken(value));
    } else if (group !== null && (key === 'allow' || key === 'disallow')) {
      ruled = true;
      rules += 1;
      // An empty path is no rule: "Disallow:" opens everything.
      if (value !== '' && rules <= MAX_RULES)
        group.rules.push({ allow: key === 'allow', pattern: normalisePath(value, true) });
    } else if (group !== null && key === 'crawl-delay') {
      const seconds = Number(value);
      if (value !== '' && Number.isFinite(seconds) && seconds >= 0) group.crawlDelaySeconds = seconds;
    }
  }
  return groups;
}

/** Name and value of a line, without its comment; null for what is none. Looks at each letter a fixed number of times. */
function readLine(whole: string): { key: string; value: string } | null {
  const comment = whole.indexOf('#');
  const line = comment < 0 ? whole : whole.slice(0, comment);
  if (line.length > MAX_LINE) return null;
  const colon = line.indexOf(':');
  if (colon < 0) return null;
  const key = line.slice(0, colon).trim().toLowerCase();
  return /^[a-z-]+$/.test(key) ? { key, value: line.slice(colon + 1).trim() } : null;
}

/** The groups that speak to `agent`: its own ones, else those for all. */
export function groupsFor(groups: readonly RobotsGroup[], agent: string): RobotsGroup[] {
  const token = productToken(agent);
  const own = groups.filter((group) => group.agents.includes(token));
  return own.length > 0 ? own : groups.filter((group) => group.agents.includes('*'));
}

/** The rule that decides on a path (with its query): the longest that matches, an Allow before a Disallow. */
export function decidingRule(groups: readonly RobotsGroup[], pathAndQuery: string): RobotsRule | null {
  if (pathAndQuery === '/robots.txt') return null;
  const path = normalisePath(pathAndQuery, false);
  let best: RobotsRule | null = null;
  for (const rule of groups.flatMap((group) => group.rules)) {
    const better =
      best === null ||
      rule.pattern.length > best.pattern.length ||
      (rule.pattern.length === best.pattern.length && rule.allow);
    if (better && matches(rule.pattern, path)) best = rule;
  }
  return best;
}

/** "FooBot/1.2 (+http://...)" is foobot: RFC 9309 section 2.2.1 allows letters, "_" and "-" in a token. */
export function productToken(userAgent: string): string {
  const text = userAgent.trim().toLowerCase();
  return text.startsWith('*') ? '*' : (/^[a-z_-]+/.exec(text)?.[0] ?? text);
}

/**
 * RFC 9309 section 2.2.2: octets beyond ASCII are compared percent-encoded, encoded letters and digits bare. A literal
 * "*" or "$" of a path is encoded, so that only a pattern's own are special.
 */
function normalisePath(text: string, isPattern: boolean): string {
  const encoded = text.replace(/[^\x21-\x7e]+/g, (part) => encodeURIComponent(part.toWellFormed()));
  const folded = encoded.replace(/%([0-9a-f]{2})/gi, (whole, hex: string) => {
    const char = String.fromCharCode(Number.parseInt(hex, 16));
    return /[A-Za-z0-9._~-]/.test(char) ? char : whole.toUpperCase();
  });
  return isPattern ? folded.replace(/\*+/g, '*') : folded.replaceAll('*', '%2A').replaceAll('$', '%24');
}

/**
 * Whether a pattern matches a path from its start. The pieces between stars are sought one after another, each once: a piece that is
 * found as early as it can be leaves most to the others, so that no way back is ever needed.
 */
function matches(pattern: string, path: string): boolean {
  const anchored = pattern.endsWith('$');
  // A path's own "$" is encoded; a "$" within a pattern is a letter and stands for that.
  const pieces = (anchored ? pattern.slice(0, -1) : pattern).replaceAll('$', '%24').split('*');
  const [first, ...others] = pieces as [string, ...string[]];
  if (!path.startsWith(first)) return false;
  let at = first.length;
  const last = anchored ? others.pop() : undefined;
  for (const piece of others) {
    const found = path.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  if (!anchored) return true;
  return last === undefined ? at === path.length : path.length - last.length >= at && path.endsWith(last);
}
