import { expect, test } from 'vitest';
import { article, randomOf, shuffled, story } from './test-support/press.ts';
import { areJoined, standings } from './test-support/run.ts';

const random = randomOf(61);
const SIX = Array.from({ length: 6 }, () => story(random, 8));

test('a page of six unrelated texts joins none of them with another, whether it came after them or states to have been before', async () => {
  for (const at of [-300, 45, 900]) {
    const articles = [
      article('hoover', 'everything.example', SIX.flat(), at),
      ...SIX.map((text, i) => article(`t${i}`, `paper${i}.example`, text, i * 20)),
    ];
    const rows = await standings(shuffled(random, articles));
    for (let i = 0; i < SIX.length; i += 1) {
      expect(rows.get(`t${i}`)!.relation, `${at}: ${rows.get(`t${i}`)!.reason}`).not.toBe('copy');
      for (let k = 0; k < i; k += 1) expect(areJoined(rows, `t${i}`, `t${k}`), `${at}: ${i} and ${k}`).toBe(false);
    }
  }
});

test('a live blog that grows from three texts to six joins none of them, and its two states are one page', async () => {
  const live = { url: 'https://live.example/today' };
  const rows = await standings([
    article('live1', 'live.example', SIX.slice(0, 3).flat(), 0, live),
    ...SIX.map((text, i) => article(`t${i}`, `paper${i}.example`, text, 10 + i * 20)),
    article('live2', 'live.example', SIX.flat(), 400, live),
  ]);
  for (let i = 0; i < SIX.length; i += 1)
    for (let k = 0; k < i; k += 1) expect(areJoined(rows, `t${i}`, `t${k}`), `${i} and ${k}`).toBe(false);
  expect(rows.get('live2')!.relation).toBe('revision');
});

test('a copy of one of the six stays a copy of it, and of the page itself one too', async () => {
  const rows = await standings([
    article('hoover', 'everything.example', SIX.flat(), -300),
    ...SIX.map((text, i) => article(`t${i}`, `paper${i}.example`, text, i * 20)),
    article('again', 'late.example', SIX[2]!, 500),
    article('mirror', 'mirror.example', SIX.flat(), 600),
  ]);
  expect(rows.get('again')!.originalId).toBe('t2');
  expect(rows.get('mirror')).toMatchObject({ relation: 'copy', originalId: 'hoover' });
});

test('a long report of which three outlets print short pieces is no digest: who cuts it stays a copy', async () => {
  const report = story(random, 30);
  const rows = await standings([
    article('report', 'daily.example', report, 0),
    article('p0', 'paper0.example', report.slice(0, 3), 30),
    article('p1', 'paper1.example', report.slice(12, 15), 40),
    article('p2', 'paper2.example', report.slice(24, 27), 50),
    article('cut', 'paper3.example', report.slice(0, 20), 60),
  ]);
  expect(rows.get('cut')).toMatchObject({ relation: 'copy', originalId: 'report' });
});
