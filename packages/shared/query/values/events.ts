import { nameKey } from './name-key.ts';

/** PLOVER's classes of 2021, what each is, the CAMEO roots it came of, and words that people have for it. */
const CLASSES: readonly (readonly [string, string, string, string])[] = [
  ['AGREE', 'agrees, promises to meet or to help', '03', 'agreement agreements deal deals promise treaty'],
  [
    'CONSULT',
    'meets, talks, telephones, visits',
    '04',
    'talks talk meeting meetings visit visits negotiation negotiations summit diplomacy consultation',
  ],
  ['SUPPORT', 'backs, praises, recognises, signs', '05', 'backing praise recognition'],
  ['COOPERATE', 'works together', '06', 'cooperation partnership'],
  ['AID', 'gives money, goods or help', '07', 'help relief donation assistance'],
  ['CONCEDE', 'gives way, releases, eases', '08', 'yield concession release ceasefire truce'],
  ['RETREAT', 'withdraws, resigns, demobilises', '08', 'withdrawal resignation'],
  ['REQUEST', 'asks, demands, appeals', '10', 'demand demands appeal appeals'],
  ['ACCUSE', 'criticises, blames, investigates', '11', 'accusation criticism blame investigation'],
  ['REJECT', 'refuses, vetoes', '12', 'refusal rejection veto'],
  ['THREATEN', 'threatens, warns', '13', 'threat threats warning ultimatum'],
  ['PROTEST', 'demonstrates, strikes, riots', '14', 'protests demonstration demonstrations strike strikes riot riots'],
  ['SANCTION', 'imposes sanctions, breaks off relations', '16', 'sanctions embargo boycott'],
  ['MOBILIZE', 'moves troops, shows force', '15', 'mobilise mobilisation mobilization troops'],
  ['COERCE', 'arrests, expels, seizes, bans', '17', 'arrest arrests coercion raid ban expulsion'],
  ['ASSAULT', 'attacks, fights, bombs, kills', '18', 'attack attacks fighting bombing killing war violence'],
];

/** A class of events. */
export interface EventClass {
  code: string;
  name: string;
}

const byName = new Map<string, string>();
for (const [code, , , words] of CLASSES)
  for (const word of [code, ...words.split(' ')]) byName.set(nameKey(word), code);

/** Every class in PLOVER's order. */
export const EVENT_CLASSES: readonly EventClass[] = CLASSES.map(([code, name]) => ({ code, name }));

/** A class by its name or a word for it; a CAMEO code of its digits; null where it is neither. */
export function eventCode(text: string): string | null {
  const digits = text.trim();
  if (/^\d{1,4}$/.test(digits)) return /^(?:0?[1-9]|0[1-9]\d{1,2}|1\d{1,3}|20\d{0,2})$/.test(digits) ? digits : null;
  return byName.get(nameKey(text)) ?? null;
}
