import { expect, test } from 'vitest';
import { loadWorldLists } from '../../../lists/load.ts';
import { createWorldReader } from '../read-world.ts';

const reader = createWorldReader(loadWorldLists());

test.each([
  ['tr', 'Türk bakan, Mısırlı mevkidaşı ile telefonda görüştü.', '041', 'TUR', 'EGY'],
  ['tr', "Fransa, Yunanistan'ı suçladı.", '112', 'FRA', 'GRC'],
  ['ar', 'التقى الوزير التركي نظيره الليبي', '040', 'TUR', 'LBY'],
  ['ru', 'Президент России провел переговоры с премьером Греции.', '046', 'RUS', 'GRC'],
  ['fr', 'Le ministre français a rencontré son homologue libyen.', '040', 'FRA', 'LBY'],
  ['de', 'Der griechische Minister besuchte Zypern.', '042', 'GRC', 'CYP'],
  ['es', 'El gobierno turco rechazó la propuesta de Rusia.', '120', 'TUR', 'RUS'],
])('%s: %s', (language, text, cameo, source, target) => {
  const [event] = reader.read({ text, language }).events;
  expect(event).toMatchObject({ cameo, source: [source], target: [target] });
});

test('a language without a list of events gives none', () => {
  expect(reader.read({ text: 'Ministeri tapasi kollegansa Ruotsissa.', language: 'fi' }).events).toEqual([]);
});
