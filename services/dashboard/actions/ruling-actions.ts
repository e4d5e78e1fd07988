import { RulingKind } from '@wirewatch/shared/contracts/ruling.ts';
import {
  addRuling,
  findRuling,
  nameOf,
  type RulingRow,
  RulingTrouble,
  takeBackRuling,
} from '@wirewatch/shared/store/copies/rulings.ts';
import type { Store } from '@wirewatch/shared/store/database/store.ts';
import { outletOf } from '@wirewatch/shared/store/feeds/outlets.ts';
import { type Answer, type Ask, problem } from '../handler.ts';
import { readArticle } from '../reads/article.ts';
import { withQuery } from '../views/parts.ts';
import type { Action } from './action.ts';

/** What somebody says, as a form or a program sends it. */
export interface Word {
  kind: string;
  subject: string;
  other: string | null;
  note: string | null;
}

const STATUS = { absent: 404, state: 409 } as const;

/** Takes the ruling of a form, settles at once what it touches, and leads back to the article, or its story. */
export async function ruleByForm(ask: Ask): Promise<Answer> {
  const field = (name: string) => ask.form.get(name)?.trim() || null;
  const word = {
    kind: field('kind') ?? '',
    subject: field('subject') ?? '',
    other: field('other'),
    note: field('note'),
  };
  // The form speaks of articles: of a house their outlets are meant.
  const said = word.kind === 'house' ? await ofOutlets(ask.store, word) : word;
  const ruled = await rule(ask, said);
  if ('kind' in ruled) return ruled;
  const page = `/${field('back') === 'story' ? 'stories' : 'articles'}/${encodeURIComponent(word.subject)}`;
  return { kind: 'go', to: withQuery(page, { done: String(ruled.entry) }) };
}

/** Writes a ruling down and settles at once what it touches; an Answer where it cannot be made. */
export async function rule(ask: Ask, word: Word): Promise<{ ruling: RulingRow; entry: number | null } | Answer> {
  const kind = RulingKind.safeParse(word.kind);
  if (!kind.success) return problem(400, `"${word.kind}" is no ruling: expected ${RulingKind.options.join(', ')}.`);
  if (word.subject === '' || (kind.data !== 'first' && word.other === null))
    return problem(400, kind.data === 'first' ? 'Say which article.' : 'Say which two.');
  const other = kind.data === 'first' ? null : word.other;
  try {
    const said = { ...word, kind: kind.data, other, who: ask.who, now: ask.now() };
    const { ruling, touched, entry } = await addRuling(ask.store, said);
    await ask.settleAnew(touched);
    return { ruling, entry };
  } catch (error) {
    if (error instanceof RulingTrouble) return problem(STATUS[error.kind], error.message);
    throw error;
  }
}

async function ofOutlets(store: Store, word: Word): Promise<Word> {
  const outlet = async (id: string | null) => {
    if (id === null || (await outletOf(store, id))) return id;
    return (await readArticle(store, id))?.outlet.id ?? id;
  };
  return { ...word, subject: (await outlet(word.subject))!, other: await outlet(word.other) };
}

const takeBack: Action = {
  name: 'ruling.take-back',
  path: '/rulings/:id/take-back',
  place: 'copies',
  back: () => '/rulings',
  async question({ store, params }) {
    const found = await heldRuling(store, params.id ?? '');
    if ('kind' in found) return found;
    return {
      title: `Take back: ${nameOf(found.held)}?`,
      text: 'What it touched is settled at once by what the texts show. It stays in the list of changes.',
      count: 1,
      button: 'Take back',
    };
  },
  async run({ store, params, who, now, settleAnew }) {
    const found = await heldRuling(store, params.id ?? '');
    if ('kind' in found) return found;
    const { held } = found;
    const { touched } = await takeBackRuling(store, held.id, who, now());
    await settleAnew(touched);
    return { audited: { action: 'ruling.take-back', target: nameOf(held) } };
  },
};

async function heldRuling(store: Store, id: string): Promise<{ held: RulingRow } | Answer> {
  try {
    const held = await findRuling(store, Number(id));
    if (held.takenBackAt !== null) return problem(409, `Ruling ${id} was taken back by ${held.takenBackBy}.`);
    return { held };
  } catch (error) {
    if (error instanceof RulingTrouble) return problem(STATUS[error.kind], error.message);
    throw error;
  }
}

export const RULING_ACTIONS: readonly Action[] = [takeBack];
