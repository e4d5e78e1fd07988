import type { Entity } from '@wirewatch/shared/contracts/classify.ts';
import { phraseKeys } from './gazetteer.ts';
import { plainPerson } from './names/case-forms.ts';
import { latinForm } from './names/latin-form.ts';
import type { NameMention } from './names/name-mention.ts';

/** Words of a name that tell two people apart; particles and initials do not. */
function tokens(name: string): string[] {
  return phraseKeys(name).filter((k) => k !== 's');
}

interface Draft extends Omit<Entity, 'canonical'> {
  canonical: string | null;
  keys: string[];
  alias: string | null;
}

/** What became of a mention: the entity that it counts for, or null where nothing confirmed it. */
export type MergedMention = { mention: NameMention; entity: string | null };

/** Joins the mentions of one person, organisation or place: full name and later last name, acronym and full form. */
export function mergeEntities(
  mentions: readonly NameMention[],
  given: ReadonlySet<string>,
  merged?: MergedMention[],
): Entity[] {
  const drafts: Draft[] = [];
  const unsure: NameMention[] = [];
  const into = new Map<NameMention, Draft>();
  const take = (mention: NameMention, draft: Draft | null) => {
    if (draft && merged) into.set(mention, draft);
  };
  for (const mention of mentions) {
    if (mention.sure) take(mention, join(drafts, mention));
    else unsure.push(mention);
  }
  for (const mention of unsure) {
    const keys = tokens(mention.name);
    const fits = drafts.find((d) =>
      sameEntity(d, mention.office === '?' ? { ...mention, type: d.type } : mention, keys),
    );
    if (fits) {
      fits.mentions += 1;
      take(mention, fits);
    } else if (mention.office !== '?') take(mention, join(drafts, mention));
  }
  for (const mention of merged ? mentions : []) merged!.push({ mention, entity: into.get(mention)?.name ?? null });
  return drafts
    .sort((a, b) => b.mentions - a.mentions)
    .map(({ type, name, canonical, office, country, mentions: n }) => ({
      type,
      name,
      canonical: canonical ?? latinForm(type === 'person' ? plainPerson(name, given) : name),
      office: office ?? null,
      country: country ?? null,
      mentions: n,
    }));
}

function join(drafts: Draft[], mention: NameMention): Draft | null {
  const keys = tokens(mention.name);
  if (keys.length === 0) return null;
  const office = mention.office === '?' ? null : mention.office;
  const fits = drafts.find((d) => sameEntity(d, mention, keys));
  if (!fits) {
    const draft = {
      type: mention.type,
      name: mention.form,
      canonical: mention.canonical,
      office,
      country: mention.country,
      mentions: 1,
      keys,
      alias: mention.alias,
    };
    drafts.push(draft);
    return draft;
  }
  fits.mentions += 1;
  fits.office ??= office;
  fits.country ??= mention.country;
  fits.canonical ??= mention.canonical;
  if (mention.type === 'person' && keys.length > fits.keys.length) fits.keys = keys;
  // The fullest form that the text has: a last name follows its full name, an acronym its full form.
  if (mention.type === 'person' && tokens(mention.form).length > tokens(fits.name).length) fits.name = mention.form;
  return fits;
}

function sameEntity(draft: Draft, mention: NameMention, keys: string[]): boolean {
  if (draft.type !== mention.type) return false;
  if (mention.alias !== null && draft.alias === mention.alias) return true;
  if (draft.keys.join(' ') === keys.join(' ')) return true;
  if (mention.type === 'person') {
    const [short, long] = keys.length <= draft.keys.length ? [keys, draft.keys] : [draft.keys, keys];
    return short.at(-1) === long.at(-1) && short.every((k) => long.includes(k));
  }
  return false;
}
