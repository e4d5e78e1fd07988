import type { Entity } from '@wirewatch/shared/contracts/classify.ts';
import { phraseKeys } from './gazetteer.ts';
import type { NameMention } from './names/name-mention.ts';

/** Words of a name that tell two people apart; particles and initials do not. */
function tokens(name: string): string[] {
  return phraseKeys(name).filter((k) => k !== 's');
}

interface Draft extends Entity {
  keys: string[];
  alias: string | null;
}

/** What became of a mention: the entity that it counts for, or null where nothing confirmed it. */
export type MergedMention = { mention: NameMention; entity: string | null };

/** Joins the mentions of one person, organisation or place: full name and later last name, acronym and full form. */
export function mergeEntities(mentions: readonly NameMention[], merged?: MergedMention[]): Entity[] {
  const drafts: Draft[] = [];
  const unsure: NameMention[] = [];
  const into = new Map<NameMention, Draft>();
  const take = (m: NameMention, draft: Draft | null) => {
    if (draft && merged) into.set(m, draft);
  };
  for (const m of mentions) {
    if (m.sure) take(m, join(drafts, m));
    else unsure.push(m);
  }
  for (const m of unsure) {
    const keys = tokens(m.name);
    const fits = drafts.find((d) => sameEntity(d, m.office === '?' ? { ...m, type: d.type } : m, keys));
    if (fits) {
      fits.mentions++;
      take(m, fits);
    } else if (m.office !== '?') take(m, join(drafts, m));
  }
  for (const mention of merged ? mentions : []) merged!.push({ mention, entity: into.get(mention)?.name ?? null });
  return drafts
    .sort((a, b) => b.mentions - a.mentions)
    .map(({ type, name, office, country, mentions: n }) => ({
      type,
      name,
      office: office ?? null,
      country: country ?? null,
      mentions: n,
    }));
}

function join(drafts: Draft[], m: NameMention): Draft | null {
  const keys = tokens(m.name);
  if (keys.length === 0) return null;
  const office = m.office === '?' ? null : m.office;
  const fits = drafts.find((d) => sameEntity(d, m, keys));
  if (!fits) {
    const draft = { type: m.type, name: m.name, office, country: m.country, mentions: 1, keys, alias: m.alias };
    drafts.push(draft);
    return draft;
  }
  fits.mentions++;
  fits.office ??= office;
  fits.country ??= m.country;
  if (m.type === 'person' && keys.length > fits.keys.length) {
    fits.name = m.name;
    fits.keys = keys;
  }
  return fits;
}

function sameEntity(d: Draft, m: NameMention, keys: string[]): boolean {
  if (d.type !== m.type) return false;
  if (m.alias !== null && d.alias === m.alias) return true;
  if (d.keys.join(' ') === keys.join(' ')) return true;
  if (m.type === 'person') {
    const [short, long] = keys.length <= d.keys.length ? [keys, d.keys] : [d.keys, keys];
    return short.at(-1) === long.at(-1) && short.every((k) => long.includes(k));
  }
  return false;
}
