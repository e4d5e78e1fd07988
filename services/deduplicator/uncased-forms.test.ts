import { expect, test } from 'vitest';
import type { DedupArticle } from './core/article.ts';
import { article, randomOf } from './test-support/press.ts';
import { areJoined, standings } from './test-support/run.ts';
import { fill, UNCASED_FORMS } from './test-support/uncased-forms.ts';

test('two fillings of a form in a script without capitals are no copies; a copy of one, framed or cut short, is', async () => {
  const random = randomOf(31);
  const tally = { fillings: 0, joined: [] as string[], copies: 0, missed: [] as string[] };
  for (const form of UNCASED_FORMS) {
    for (let round = 0; round < 12; round += 1) {
      const first = fill(random, form);
      const second = fill(random, form, first.chosen);
      const at = round % 2 === 0 ? 900 : 20_000;
      const rest = { language: form.language };
      const all: DedupArticle[] = [
        article('a', 'first.example', first.text, 0, rest),
        article('b', round % 3 === 0 ? 'first.example' : 'second.example', second.text, at, rest),
        article('c', 'third.example', first.text.slice(0, Math.ceil(first.text.length * 0.85)), 300, rest),
        article('d', 'fourth.example', `2025 | ${form.language}\n\n${first.text}`, 400, rest),
      ];
      const rows = await standings(all);
      tally.fillings += 1;
      if (areJoined(rows, 'a', 'b')) tally.joined.push(`${form.language} ${round}: ${rows.get('b')!.reason}`);
      for (const id of ['c', 'd']) {
        tally.copies += 1;
        if (!areJoined(rows, 'a', id)) tally.missed.push(`${form.language} ${round} ${id}: ${rows.get(id)!.reason}`);
      }
    }
  }
  expect(tally.joined).toEqual([]);
  expect(tally.missed.length / tally.copies, tally.missed.join('\n')).toBeLessThanOrEqual(0.03);
});
