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

const article = (language: string, lead: string, rest: string) =>
  reader.read({ text: `${lead}\n\n${rest}`, language }).events;
const REST_DE =
  'Das Wetter blieb am Montag trüb. Der Markt war gut besucht, sagten Händler. Am Hafen lagen drei Kutter.';
const REST_FR =
  'Le temps est resté gris lundi. Le marché était plein, ont dit les marchands. Trois bateaux étaient au port.';

test.each([
  [
    'de',
    'Zwei griechische Fischer wurden am Montag von türkischen Soldaten festgenommen.',
    REST_DE,
    'COERCE',
    'TUR',
    'GRC',
  ],
  ['fr', 'Deux soldats grecs ont été tués par des militaires turcs lundi.', REST_FR, 'ASSAULT', 'TUR', 'GRC'],
])('%s: in the passive the one after "by" does it', (language, lead, rest, plover, source, target) => {
  expect(article(language, lead, rest)[0]).toMatchObject({ plover, source: [source], target: [target] });
});

test.each([
  ['de', 'Wenn Togo seinen Nachbarn Ghana angreift, steigen die Preise für Kakao.', REST_DE],
  ['fr', "Si le Togo attaque le Ghana, le prix du cacao montera, écrit l'auteur.", REST_FR],
])('%s: what stands under a condition is not told', (language, lead, rest) => {
  expect(article(language, lead, rest)).toEqual([]);
});

test('what is meant to be done is planned, and history is background', () => {
  expect(article('de', 'Die türkische Regierung will drei Zeitungen verbieten.', REST_DE)[0]?.modality).toBe('planned');
  const [event] = article('fr', 'En 1958, les soldats togolais ont attaqué le Ghana.', REST_FR);
  expect(event?.confidence ?? 0).toBeLessThan(0.5);
});

const REST_ES =
  'El tiempo siguió gris. El mercado estaba lleno, dijeron los vendedores. Tres barcos estaban en el puerto.';

test.each([
  ['es', 'Portugal retiró el lunes a sus cuarenta soldados de Gabón.', REST_ES, 'RETREAT', 'PRT', 'GAB'],
  ['es', 'Noruega levantó el martes parte de las sanciones contra Omán.', REST_ES, 'RETREAT', 'NOR', 'OMN'],
  ['es', 'Uruguay expulsó el viernes a dos diplomáticos de Togo.', REST_ES, 'SANCTION', 'URY', 'TGO'],
  ['fr', "Le Togo a ordonné lundi à l'ambassadeur du Portugal de quitter le pays.", REST_FR, 'SANCTION', 'TGO', 'PRT'],
  ['fr', 'Le Gabon et le Togo ont rouvert lundi leur frontière aux camions.', REST_FR, 'COOPERATE', 'GAB', 'TGO'],
  ['de', 'Norwegen hat am Montag einen Kredit für Gabun blockiert.', REST_DE, 'REJECT', 'NOR', 'GAB'],
])('%s: %s', (language, lead, rest, plover, source, target) => {
  expect(article(language, lead, rest)[0]).toMatchObject({ plover, source: [source], target: [target] });
});

test.each([
  ['es', 'Portugal retirará en mayo a sus cuarenta soldados de Gabón.', REST_ES, 'planned'],
  ['es', 'Portugal retiró en mayo a sus cuarenta soldados de Gabón.', REST_ES, 'happened'],
  ['fr', 'Le Togo libérera mardi deux marins du Gabon.', REST_FR, 'planned'],
  ['fr', 'Le Togo libéra mardi deux marins du Gabon.', REST_FR, 'happened'],
])('%s: the form of the verb tells what is to come: %s', (language, lead, rest, modality) => {
  expect(article(language, lead, rest)[0]?.modality).toBe(modality);
});

test('a missile fired into the sea is a show of power', () => {
  const lead = 'North Korea fired two ballistic missiles into the sea on Sunday, the army of South Korea said.';
  expect(
    article('en', lead, 'The weather was grey. The market was full. Three boats lay in the port.')[0]?.plover,
  ).toBe('MOBILIZE');
});

test('"sin embargo" is no embargo', () => {
  expect(
    reader
      .read({ text: 'Sin embargo, el ministro peruano viajó con sus hijos por la costa.', language: 'es' })
      .events.map((e) => e.plover),
  ).not.toContain('COERCE');
});
