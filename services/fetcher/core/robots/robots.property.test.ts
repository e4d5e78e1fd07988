import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decidingRule, groupsFor, parseRobots } from './robots-rules.ts';

const letters = (alphabet: string[]) =>
  fc.array(fc.constantFrom(...alphabet), { maxLength: 12 }).map((parts) => `/${parts.join('')}`);

/** The same question asked of a regular expression, which is slow on hostile patterns but plainly right. */
function matchesByRegExp(pattern: string, path: string): boolean {
  const anchored = pattern.endsWith('$');
  const body = (anchored ? pattern.slice(0, -1) : pattern).replace(/\*+/g, '*');
  const source = [...body].map((char) => (char === '*' ? '.*' : char === '$' ? '\\$' : char)).join('');
  return new RegExp(`^${source}${anchored ? '$' : ''}`, 's').test(path);
}

test('matching agrees with a regular expression', () => {
  fc.assert(
    fc.property(letters(['a', 'b', '/', '*', '$']), letters(['a', 'b', '/', '$']), (pattern, path) => {
      const groups = groupsFor(parseRobots(`User-agent: *\nDisallow: ${pattern}`), 'x');
      expect(decidingRule(groups, path) !== null).toBe(matchesByRegExp(pattern, path));
    }),
    { numRuns: 20_000 },
  );
});

test('no text of a file breaks reading it, and no path breaks asking', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.string({ unit: 'binary', maxLength: 60 }),
      (text, path) => {
        const groups = groupsFor(parseRobots(`User-agent: *\nDisallow: ${text}`), 'wirewatch');
        decidingRule(groups, `/${path}`);
      },
    ),
    { numRuns: 5000 },
  );
});
