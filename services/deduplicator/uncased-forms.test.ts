import { expect, test } from 'vitest';
import type { DedupArticle } from './core/article.ts';
import { HELD_OUT_UNCASED_FORMS } from './test-support/held-out-uncased-forms.ts';
import { article, randomOf } from './test-support/press.ts';
import { areJoined, standings } from './test-support/run.ts';
import { type Form, fill, UNCASED_FORMS } from './test-support/uncased-forms.ts';

/** Two fillings of each form, a copy of the first cut short and one that is stamped: which of them are joined. */
async function tallyOf(forms: readonly Form[], random: () => number) {
  const tally = { joined: [] as string[], copies: 0, missed: [] as string[] };
  for (const form of forms) {
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
      if (areJoined(rows, 'a', 'b')) tally.joined.push(`${form.language} ${round}: ${rows.get('b')!.reason}`);
      for (const id of ['c', 'd']) {
        tally.copies += 1;
        if (!areJoined(rows, 'a', id)) tally.missed.push(`${form.language} ${round} ${id}: ${rows.get(id)!.reason}`);
      }
    }
  }
  return tally;
}

test('two fillings of a form in a script without capitals are no copies; a copy of one, framed or cut short, is', async () => {
  const tally = await tallyOf(UNCASED_FORMS, randomOf(31));
  expect(tally.joined).toEqual([]);
  expect(tally.missed.length / tally.copies, tally.missed.join('\n')).toBeLessThanOrEqual(0.03);
});

test('held-out forms, of which some have numbers that stand still', async () => {
  const tally = await tallyOf(HELD_OUT_UNCASED_FORMS, randomOf(32));
  expect(tally.joined).toEqual([]);
  expect(tally.missed.length / tally.copies, tally.missed.join('\n')).toBeLessThanOrEqual(0.03);
});
