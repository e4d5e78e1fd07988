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

/** Reads a robots.txt (RFC 9309 section 2.2). What is no known line is passed over and closes no group. */
export function parseRobots(text: string): RobotsGroup[] {
  const groups: RobotsGroup[] = [];
  let group: RobotsGroup | null = null;
  let ruled = false;
  for (const line of text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/)) {
    const parts = /^\s*([a-z-]+)\s*:\s*(.*?)\s*$/i.exec(line.replace(/#.*$/, ''));
    if (parts === null) continue;
    const [, name, value] = parts as unknown as [string, string, string];
    const key = name.toLowerCase();
    if (key === 'user-agent') {
      if (group === null || ruled) {
        group = { agents: [], rules: [], crawlDelaySeconds: null };
        groups.push(group);
        ruled = false;
      }
      group.agents.push(productToken(value));
    } else if (group !== null && (key === 'allow' || key === 'disallow')) {
      ruled = true;
      // An empty path is no rule: "Disallow:" opens everything.
      if (value !== '') group.rules.push({ allow: key === 'allow', pattern: normalisePath(value, true) });
    } else if (group !== null && key === 'crawl-delay') {
      const seconds = Number(value);
      if (value !== '' && Number.isFinite(seconds) && seconds >= 0) group.crawlDelaySeconds = seconds;
    }
  }
  return groups;
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

/** Glob matching from the start with one point of return: linear in practice, and no regular expression to be blown up. */
function matches(pattern: string, path: string): boolean {
  const anchored = pattern.endsWith('$');
  const glob = anchored ? pattern.slice(0, -1) : `${pattern}*`;
  let p = 0;
  let s = 0;
  let star = -1;
  let mark = 0;
  while (s < path.length) {
    if (p < glob.length && glob[p] === '*') {
      star = p;
      mark = s;
      p += 1;
    } else if (p < glob.length && (glob[p] === path[s] || (glob[p] === '$' && path.startsWith('%24', s)))) {
      s += glob[p] === '$' ? 3 : 1;
      p += 1;
    } else if (star !== -1) {
      mark += 1;
      s = mark;
      p = star + 1;
    } else return false;
  }
  while (glob[p] === '*') p += 1;
  return p === glob.length;
}
