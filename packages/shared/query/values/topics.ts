import { MEDIA_TOPICS } from '../../contracts/media-topics.ts';
import { searchTokens } from '../search-tokens.ts';
import { nameKey } from './name-key.ts';

/** Words in use for topics whose names do not have them. */
const ALSO: Readonly<Record<string, string>> = {
  economics: '04000000',
  business: '04000000',
  finance: '04000000',
  economic: '04000000',
  art: '01000000',
  entertainment: '01000000',
  film: '01000000',
  music: '01000000',
  police: '02000000',
  court: '02000000',
  courts: '02000000',
  legal: '02000000',
  accident: '03000000',
  disasters: '03000000',
  schools: '05000000',
  climate: '06000000',
  medicine: '07000000',
  labor: '09000000',
  labour: '09000000',
  jobs: '09000000',
  employment: '09000000',
  unions: '09000000',
  leisure: '10000000',
  political: '11000000',
  government: '20000593',
  diplomacy: '20000593',
  religious: '12000000',
  tech: '13000000',
  technology: '13000000',
  sports: '15000000',
  conflict: '16000000',
  peace: '16000000',
  terrorism: '20000053',
};

const codes = new Set(MEDIA_TOPICS.map(({ code }) => code));
const labels = MEDIA_TOPICS.map(({ code, label }) => ({ code, words: ` ${searchTokens(label).join(' ')} ` }));

/** A topic as queries compare it: its code, or words of its name; null where no topic has them. */
export function topicValue(text: string, prefix: boolean): string | null {
  const value = searchTokens(text.replace(/^medtop:/i, '')).join(' ');
  if (value === '') return null;
  if (/^\d+$/.test(value))
    return codes.has(value) || (prefix && [...codes].some((code) => code.startsWith(value))) ? value : null;
  if (labels.some(({ words }) => (prefix ? words.startsWith(` ${value}`) : words.includes(` ${value} `)))) return value;
  const also = ALSO[nameKey(text)];
  return also !== undefined && codes.has(also) ? also : null;
}
