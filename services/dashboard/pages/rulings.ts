import { listRulings } from '@wirewatch/shared/store/copies/rulings.ts';
import type { Answer, Ask } from '../handler.ts';
import { namedRulings } from '../reads/ruling-names.ts';
import { html } from '../views/html.ts';
import { rulingList } from '../views/rulings.ts';

/** What analysts have ruled, also what was taken back. */
export async function rulings({ store }: Ask): Promise<Answer> {
  const ruled = await namedRulings(store, await listRulings(store, { all: true }));
  return {
    kind: 'page',
    title: 'Rulings',
    place: 'copies',
    body: html`<h1>Rulings</h1><p class="aside">What people said of texts and outlets against what was found. It is kept whatever is done again.</p>${rulingList(ruled)}`,
  };
}
