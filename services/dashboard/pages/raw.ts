import { type Answer, type Ask, problem } from '../handler.ts';
import { readArticle } from '../reads/article.ts';
import { RAW_PAGE_POLICY } from '../security/headers.ts';
import { withoutHints } from '../security/without-hints.ts';
import { rawView } from '../views/raw.ts';

/** Our page around the page as the publisher sent it. */
export async function raw({ store, params }: Ask): Promise<Answer> {
  const whole = await readArticle(store, params.id ?? '');
  if (whole === null) return problem(404, `There is no article "${params.id}".`);
  return { kind: 'page', title: 'Raw page', place: 'articles', body: rawView(whole) };
}

/** The page itself: shut in by its own policy, it runs nothing and loads nothing. */
export async function rawBytes({ store, blobs, params }: Ask): Promise<Answer> {
  const whole = await readArticle(store, params.id ?? '');
  const hash = whole?.revision?.rawHash ?? whole?.article.rawHash ?? null;
  if (whole === null || hash === null) return problem(404, 'There are no raw bytes of this article.');
  let bytes: Uint8Array;
  try {
    bytes = await blobs.get(hash);
  } catch (error) {
    return problem(404, (error as Error).message);
  }
  // With its tables of charsets, which nobody else here needs.
  const { decodeBytes } = await import('@wirewatch/shared/text/charset.ts');
  const { text } = decodeBytes(bytes, { contentType: whole.article.rawType, kind: 'html' });
  return {
    kind: 'raw',
    type: 'text/html; charset=utf-8',
    body: withoutHints(text),
    headers: { 'content-security-policy': RAW_PAGE_POLICY, 'cross-origin-resource-policy': 'same-origin' },
  };
}
