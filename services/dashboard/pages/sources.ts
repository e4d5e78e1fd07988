import type { Answer, Ask } from '../handler.ts';
import { addressesIn, askedOf, countFor } from '../reads/sources.ts';
import { sourcesView } from '../views/sources.ts';

/** How many sources something is: asked by a link (`q`, `url`) or by one of the page's forms. */
export async function sources(ask: Ask): Promise<Answer> {
  const { query, form } = ask;
  const urls = form.get('urls') ?? query.getAll('url').join('\n');
  const fields = { urls, text: form.get('text') ?? '', q: query.get('q') ?? '' };
  const given = askedOf({
    urls: fields.urls.trim() === '' ? undefined : addressesIn(fields.urls),
    text: fields.text.trim() === '' ? undefined : fields.text,
    query: fields.q.trim() === '' ? undefined : fields.q,
  });
  const page = (told: Parameters<typeof sourcesView>[0]['told'], status: 200 | 400 | 403): Answer => ({
    kind: 'page',
    title: 'How many sources',
    place: 'sources',
    status,
    body: sourcesView({ fields, told }),
  });
  if ('problem' in given) {
    const asked = [...query.keys(), ...form.keys()].length > 0;
    return asked
      ? page({ problem: 'Give addresses, a text or a search.', at: null, status: 400 }, 400)
      : page(null, 200);
  }
  const told = await countFor(ask, given, form.get('fetch') === 'yes');
  return page(told, 'problem' in told ? told.status : 200);
}
