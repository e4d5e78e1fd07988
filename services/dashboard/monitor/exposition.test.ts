import { expect, test } from 'vitest';
import { exposition } from './exposition.ts';

test('names, labels and values as Prometheus reads them', () => {
  const text = exposition([
    { name: 'a_total', help: 'how many', type: 'counter', samples: [{ value: 3 }] },
    { name: 'b', help: 'now', type: 'gauge', samples: [{ labels: { of: 'x"\\\ny', lane: 'live' }, value: 0.5 }] },
  ]);
  expect(text).toBe(
    '# HELP a_total how many\n# TYPE a_total counter\na_total 3\n' +
      '# HELP b now\n# TYPE b gauge\nb{of="x\\"\\\\\\ny",lane="live"} 0.5\n',
  );
});
